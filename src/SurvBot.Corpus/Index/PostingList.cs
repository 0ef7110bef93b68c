namespace SurvBot.Corpus.Index;

/// <summary>In which slots a term occurs and how often: gaps and counts as variable-length integers, about 2 bytes an entry.</summary>
internal sealed class PostingList
{
    private byte[] bytes = new byte[4];
    private int length;
    private int written = -1;      // last slot in bytes
    private int pending = -1;      // slot that is still being counted
    private int pendingCount;

    /// <summary>Number of slots.</summary>
    public int Count { get; private set; }

    /// <summary>Counts one more occurrence; slots come in ascending order.</summary>
    public void Add(int slot)
    {
        if (slot == pending)
        {
            pendingCount++;
            return;
        }
        Flush();
        (pending, pendingCount) = (slot, 1);
        Count++;
    }

    /// <summary>Writes all slots and counts into the two spans, which hold at least <see cref="Count"/>.</summary>
    public void Read(Span<int> slots, Span<int> counts)
    {
        int at = 0, slot = -1;
        for (int i = 0; at < length; i++)
        {
            slot += ReadInteger(ref at);
            slots[i] = slot;
            counts[i] = ReadInteger(ref at);
        }
        if (pending >= 0)
            (slots[Count - 1], counts[Count - 1]) = (pending, pendingCount);
    }

    private void Flush()
    {
        if (pending < 0)
            return;
        if (length + 10 > bytes.Length)
            Array.Resize(ref bytes, Math.Max(length + 10, length + length / 2));
        WriteInteger(pending - written);
        WriteInteger(pendingCount);
        written = pending;
    }

    private void WriteInteger(int value)
    {
        while (value >= 0x80)
        {
            bytes[length++] = (byte)(value | 0x80);
            value >>= 7;
        }
        bytes[length++] = (byte)value;
    }

    private int ReadInteger(ref int at)
    {
        int value = 0, shift = 0;
        while (bytes[at] >= 0x80)
        {
            value |= (bytes[at++] & 0x7F) << shift;
            shift += 7;
        }
        return value | bytes[at++] << shift;
    }
}

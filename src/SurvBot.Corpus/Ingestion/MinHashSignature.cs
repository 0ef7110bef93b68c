namespace SurvBot.Corpus.Ingestion;

/// <summary>A text's shingles boiled down to 64 numbers, enough to estimate how much two texts share without having them.</summary>
internal sealed class MinHashSignature
{
    /// <summary>Numbers in a signature.</summary>
    public const int Size = 64;

    private const int WholeRows = 4;

    private readonly uint[] _minima;

    private MinHashSignature(uint[] minima) => _minima = minima;

    /// <summary>The 64 numbers; the same text gives the same ones on every machine.</summary>
    public ReadOnlySpan<uint> Values => _minima;

    /// <summary>The signature of the prose in a body (without its title).</summary>
    public static MinHashSignature Of(string body) => Of(new BodyWords(body).Whole);

    public static MinHashSignature Of(Shingles shingles)
    {
        var minima = new uint[Size];
        Array.Fill(minima, uint.MaxValue);
        foreach (ulong shingle in shingles.Hashes)
        {
            for (int i = 0; i < Size; i++)
                minima[i] = Math.Min(minima[i], (uint)((shingle * s_multipliers[i]) >> 32));
        }
        return new MinHashSignature(minima);
    }

    /// <summary>
    /// 16 keys of four numbers each: texts that share most of their words almost surely share a key (97 % at a resemblance of 0.67), others almost never do.
    /// </summary>
    public IReadOnlyList<long> Bands() => Bands(WholeRows);

    /// <summary>Keys of <paramref name="rows"/> numbers each; fewer rows find less similar texts.</summary>
    public IReadOnlyList<long> Bands(int rows)
    {
        var keys = new long[Size / rows];
        for (int band = 0; band < keys.Length; band++)
        {
            ulong key = ((ulong)rows << 32) + (ulong)band;
            foreach (uint value in _minima.AsSpan(band * rows, rows))
                key = Shingles.Mix((key * 0x9E3779B97F4A7C15UL) + value);
            keys[band] = (long)key;
        }
        return keys;
    }

    // Fixed odd factors; multiplying an already mixed hash and keeping the upper half orders the shingles anew for every slot.
    private static readonly ulong[] s_multipliers = [.. Enumerable.Range(1, Size).Select(i => Shingles.Mix((ulong)i * 0x9E3779B97F4A7C15UL) | 1)];
}

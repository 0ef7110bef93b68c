namespace SurvBot.Corpus.Ingestion;

/// <summary>Reads a stream line by line in bounded memory, however long its lines are.</summary>
internal sealed class LineReader(Stream stream, int maxLineBytes)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _scanned;
    private int _end;
    private bool _ended;

    /// <summary>1 for the first line.</summary>
    public int Number { get; private set; }

    /// <summary>The line without its end; valid until the next <see cref="ReadAsync"/>; empty for one that is too long.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the line was longer than the limit and was skipped to its end.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Goes to the next line; false at the stream's end.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        TooLong = false;
        Line = default;
        while (true)
        {
            int newline = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                Finish(_scanned + newline, next: _scanned + newline + 1);
                return true;
            }
            _scanned = _end;
            if (_end - _start > maxLineBytes)
            {
                TooLong = true;
                _start = _scanned = _end = 0;
            }
            if (_ended)
            {
                if (_start == _end && !TooLong)
                    return false;
                Finish(_end, next: _end);
                return true;
            }
            await FillAsync(cancellationToken);
        }
    }

    private void Finish(int end, int next)
    {
        Number++;
        TooLong |= end - _start > maxLineBytes;
        if (!TooLong)
            Line = Trimmed(_buffer.AsMemory(_start..end));
        _start = _scanned = next;
    }

    private ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> line)
    {
        if (Number == 1 && line.Span.StartsWith("\uFEFF"u8))
            line = line[3..];
        return line.Span.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_scanned, _end, _start) = (_scanned - _start, _end - _start, 0);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, Math.Min(2 * _buffer.Length, maxLineBytes + 64 * 1024));
        int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _ended = read == 0;
    }
}

namespace SurvBot.Corpus.Fetching;

/// <summary>Reads a body no further than a limit, counted after decompression.</summary>
internal static class CappedBody
{
    /// <summary>All of it, or null where it is longer than <paramref name="mostBytes"/>.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, int mostBytes, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        byte[] piece = new byte[32 * 1024];
        for (int count; (count = await body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (read.Length + count > mostBytes)
                return null;
            read.Write(piece, 0, count);
        }
        return read.ToArray();
    }
}

namespace SurvBot.Corpus.Feeds;

/// <summary>Makes the addresses in a feed absolute.</summary>
internal static class FeedAddress
{
    private const int MaxChars = 2048;

    /// <summary>The absolute http or https address, as it was written where it was absolute; null for anything else ("javascript:", mail, too long).</summary>
    public static string? Resolve(string? text, Uri start)
    {
        string? trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > MaxChars)
            return null;
        // Addresses that are broken over lines.
        if (trimmed.AsSpan().ContainsAny('\n', '\r', '\t'))
            trimmed = string.Concat(trimmed.Where(c => c is not ('\n' or '\r' or '\t')));
        if (IsWeb(trimmed))
            return Uri.TryCreate(trimmed, UriKind.Absolute, out var whole) && whole.Host.Length > 0 ? trimmed : null;
        return Uri.TryCreate(start, trimmed, out var resolved) && resolved.Scheme is "http" or "https" ? resolved!.AbsoluteUri : null;
    }

    /// <summary>Whether it begins as an absolute web address.</summary>
    public static bool IsWeb(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}

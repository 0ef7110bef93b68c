using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Turns a page's or a text's bytes into characters.</summary>
internal static partial class PageDecoder
{
    // Browsers look for the declaration in the first kilobyte; some pages keep it behind long scripts.
    private const int DeclarationBytes = 8 * 1024;

    /// <summary>Decodes by byte order mark, else by <paramref name="charset"/>, else as UTF-8 where that fits, else as windows-1252.</summary>
    public static string Decode(byte[] bytes, string? charset)
    {
        if (ByteOrderMark(bytes) is { } marked)
            return marked.GetString(bytes.AsSpan(marked.Preamble.Length));
        if (charset is not null && Named(charset) is { } declared)
            return declared.GetString(bytes);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252.GetString(bytes);
    }

    /// <summary>The character set that an HTML page declares for itself, or null.</summary>
    public static string? DeclaredCharset(byte[] page)
    {
        string head = Encoding.Latin1.GetString(page.AsSpan(0, Math.Min(page.Length, DeclarationBytes)));
        return Declaration().Match(head) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    /// <summary>Whether the bytes are no text at all.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> start) => ByteOrderMark(start) is null && start.Contains((byte)0);

    /// <summary>The encoding whose byte order mark the bytes start with, or null.</summary>
    public static Encoding? ByteOrderMark(ReadOnlySpan<byte> start) =>
        start.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8
        : start.StartsWith(Encoding.UTF32.Preamble) ? Encoding.UTF32
        : start.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : start.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // The names mean what browsers take them for (https://encoding.spec.whatwg.org/#names-and-labels).
    private static Encoding? Named(string charset)
    {
        string name = charset.Trim().ToLowerInvariant();
        if (name is "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "windows-1252")
            return Windows1252;
        if (name.StartsWith("utf-16", StringComparison.Ordinal) || name is "utf8" or "utf-8")
            return Encoding.UTF8;
        if (CodePagesEncodingProvider.Instance.GetEncoding(name) is { } known)
            return known;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException) // a name that nobody knows
        {
            return null;
        }
    }

    [GeneratedRegex(@"<meta\s[^>]*?charset\s*=\s*[""']?\s*(?<name>[A-Za-z0-9_:.-]{2,40})|<\?xml\s[^>]*?encoding\s*=\s*[""'](?<name>[A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}

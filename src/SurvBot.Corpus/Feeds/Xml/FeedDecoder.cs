using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds.Xml;

/// <summary>Turns a feed's bytes into characters.</summary>
internal static partial class FeedDecoder
{
    private const int DeclarationBytes = 1024;

    /// <summary>
    /// By byte order mark or by how "&lt;" is written, else by the transport's charset, else by the XML declaration. Bytes that do not fit what is
    /// claimed are read as UTF-8 where they fit that, else as windows-1252.
    /// </summary>
    public static string Decode(byte[] body, string? charset)
    {
        if (PageDecoder.ByteOrderMark(body) is null && WideEncoding(body) is { } wide)
            return wide.GetString(body);
        string? claimed = string.IsNullOrWhiteSpace(charset) || IsUtf8(charset) && !Utf8.IsValid(body) ? Declared(body) : charset.Trim('"', '\'', ' ');
        return PageDecoder.Decode(body, claimed is not null && IsUtf8(claimed) && !Utf8.IsValid(body) ? null : claimed);
    }

    private static bool IsUtf8(string charset) => charset.Trim('"', '\'', ' ').ToLowerInvariant() is "utf-8" or "utf8" or "us-ascii" or "ascii";

    private static string? Declared(byte[] body) =>
        Declaration().Match(Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(body.Length, DeclarationBytes)))) is { Success: true } match ? match.Groups["name"].Value : null;

    // https://www.w3.org/TR/xml/#sec-guessing
    private static Encoding? WideEncoding(ReadOnlySpan<byte> start) => start switch
    {
        [0x3C, 0, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0, 0x3C, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [0x3C, 0, _, 0, ..] => Encoding.Unicode,
        [0, 0x3C, 0, _, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    [GeneratedRegex(@"<\?xml\s[^>]*?encoding\s*=\s*[""'](?<name>[A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}

using System.Text;
using SurvBot.Corpus.Feeds.Xml;

namespace SurvBot.Corpus.Feeds.Atom;

/// <summary>Atom's texts, which say themselves whether they are markup (RFC 4287, 3.1; in 0.3 by type and mode).</summary>
internal static class AtomText
{
    /// <summary>The plain words; null where there are none, or where the content is no text.</summary>
    public static string? Read(XmlCursor element)
    {
        string type = element.Attribute("type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "", mode = element.Attribute("mode")?.Trim().ToLowerInvariant() ?? "";
        string text = element.Text();
        return type switch
        {
            _ when mode == "base64" || type == "application/octet-stream" => MarkupText.Of(FromBase64(text)),
            "html" or "text/html" when mode != "xml" => MarkupText.Of(text),
            "" or "text" or "xhtml" or "application/xhtml+xml" or ['t', 'e', 'x', 't', '/', ..] => MarkupText.Plain(text),
            _ when type.EndsWith("xml", StringComparison.Ordinal) => MarkupText.Plain(text),
            _ => null,
        };
    }

    private static string? FromBase64(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}

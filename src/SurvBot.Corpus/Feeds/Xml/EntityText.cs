using System.Globalization;
using System.Net;
using System.Text;

namespace SurvBot.Corpus.Feeds.Xml;

/// <summary>Writes text as XML, with the entities of HTML decoded and what XML forbids left out.</summary>
internal static class EntityText
{
    // "&CounterClockwiseContourIntegral;" is HTML's longest.
    private const int MaxEntityChars = 34;

    // What these numbers mean to browsers (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Decodes entities; one that nobody knows stays as it is written.</summary>
    public static void Write(ReadOnlySpan<char> text, StringBuilder output)
    {
        while (text.IndexOf('&') is var at and >= 0)
        {
            WriteEscaped(text[..at], output);
            text = text[at..];
            int end = text[..Math.Min(text.Length, MaxEntityChars)].IndexOf(';');
            string? decoded = end > 1 ? Decode(text[1..end]) : null;
            WriteEscaped(decoded ?? "&", output);
            text = text[(decoded is null ? 1 : end + 1)..];
        }
        WriteEscaped(text, output);
    }

    /// <summary>Every character stands for itself.</summary>
    public static void WriteEscaped(ReadOnlySpan<char> text, StringBuilder output)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                output.Append(text[i]).Append(text[++i]);
            else if (text[i] is '<' or '>' or '&' or '"')
                output.Append(text[i] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "&quot;" });
            else if (XmlNames.IsAllowed(text[i]))
                output.Append(text[i]);
        }
    }

    private static string? Decode(ReadOnlySpan<char> name)
    {
        if (name[0] != '#')
            return WebUtility.HtmlDecode($"&{name};") is var known && known != $"&{name};" ? known : null;
        bool isHex = name.Length > 2 && name[1] is 'x' or 'X';
        if (!int.TryParse(name[(isHex ? 2 : 1)..], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code))
            return null;
        return code is >= 0x80 and < 0xA0 ? Windows1252.GetString([(byte)code])
            : Rune.IsValid(code) ? new Rune(code).ToString()
            : "";
    }
}

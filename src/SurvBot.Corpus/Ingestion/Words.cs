using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Small rules about text that every reader shares.</summary>
internal static partial class Words
{
    private const int MaxQuotedChars = 60;
    private const int MaxTitleChars = 120;

    /// <summary>Every run of white space becomes one space; invisible characters go.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || c == '\0')
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else if (c is not ('\u200b' or '\u2060' or '\ufeff' or '\u00ad'))
                folded.Append(c);
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>A value as a failure's reason shows it: quoted, on one line, short.</summary>
    public static string Quote(string text)
    {
        string folded = Fold(text.Length > 10 * MaxQuotedChars ? text[..(10 * MaxQuotedChars)] : text);
        return $"\"{(folded.Length <= MaxQuotedChars ? folded : Shorten(folded, MaxQuotedChars))}\"";
    }

    /// <summary>The text's first sentence on one line, at most 120 characters.</summary>
    public static string FirstSentence(string text)
    {
        string trimmed = text.TrimStart();
        string start = Fold(trimmed.Length > 4 * MaxTitleChars ? trimmed[..(4 * MaxTitleChars)] : FirstParagraph(trimmed));
        var end = SentenceEnd().Match(start);
        string sentence = end.Success ? start[..(end.Index + end.Length)].TrimEnd() : start;
        return sentence.Length <= MaxTitleChars ? sentence : Shorten(sentence, MaxTitleChars);
    }

    /// <summary>At most <paramref name="maxChars"/> characters, cut between words where there is a gap near, ending in "…".</summary>
    public static string Shorten(string text, int maxChars)
    {
        int gap = text.LastIndexOf(' ', maxChars - 1);
        int end = gap > maxChars / 2 ? gap : maxChars - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end] + "…";
    }

    /// <summary>A BCP 47 tag in its usual case ("pt-BR") or null for anything else, such as "unknown!".</summary>
    public static string? LanguageTag(string? text)
    {
        if (text is null || !LanguageShape().IsMatch(text.Trim()))
            return null;
        string[] parts = text.Trim().Replace('_', '-').Split('-');
        for (int i = 0; i < parts.Length; i++)
            parts[i] = i > 0 && parts[i].Length == 2 ? parts[i].ToUpperInvariant() : i > 0 && parts[i].Length == 4 ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(parts[i].ToLowerInvariant()) : parts[i].ToLowerInvariant();
        return string.Join('-', parts);
    }

    private static string FirstParagraph(string text) => text.IndexOf('\n') is var end and > 0 ? text[..end] : text;

    [GeneratedRegex(@"(?<!\b(Mr|Mrs|Ms|Dr|St|No|Inc|Ltd|Co|U\.S|U\.K|[A-Z]))[.!?…。！？]+[""'”’)]?(\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$", RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageShape();
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SurvBot.Bot.Replies;

/// <summary>Anybody's words as one line that says only what it says: what every channel starts from.</summary>
internal static partial class PlainLine
{
    /// <summary>Is seen by nobody, and keeps a client from making more than words of what stands on both sides.</summary>
    public const string Gap = "\u200B";

    /// <summary>The words in at most <paramref name="most"/> UTF-16 characters, without what turns the direction of reading or cannot be seen.</summary>
    public static string Of(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length > most)
                break;
            if (Rune.IsWhiteSpace(rune))
                _ = line.Length > 0 && line[^1] != ' ' ? line.Append(' ') : line;
            else if (IsShown(rune))
                line.Append(rune.ToString());
        }
        string folded = line.ToString().TrimEnd();
        return folded.Length <= most ? folded : $"{Clip(folded, most - 1)}…";
    }

    /// <summary>The line with gaps in its addresses, so that no client makes links of them.</summary>
    public static string Unlinked(string line) => Address().Replace(line, match => match.Value + Gap);

    /// <summary>As much as <paramref name="make"/> can make of a line so that all of it, gaps and escapes included, has at most <paramref name="most"/> characters; ten at least.</summary>
    public static string Fitted(int most, Func<int, string> make)
    {
        string line = make(most);
        for (int length = most; line.Length > most && length > 1; line = make(length))
            length = Math.Max(1, Math.Min(length - 1, (int)((long)length * most / line.Length)));
        return line;
    }

    /// <summary>Joiners that make up letters and emoji stay.</summary>
    private static bool IsShown(Rune rune) => rune.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Clip(string text, int most) => text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd();

    // "https:" and "www." make a link of what follows; so does the @ of an address of mail.
    [GeneratedRegex(@"((https?|ftp|file|mailto|tel|sms|sip|callto|data|javascript|vbscript|blob|about|ms-[a-z-]+|msteams|slack):|\bwww\.)|(?<=\w)@(?=\w)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

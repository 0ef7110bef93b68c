using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SurvBot.Bot.Channels.Teams.Rendering;

/// <summary>Makes anybody's words show as just these words in Teams: no mark-up, no mention, no link, no template.</summary>
internal static partial class TeamsText
{
    // Is seen by nobody, and keeps the client from making a link of what stands on both sides.
    private const string Gap = "\u200B";

    /// <summary>One line that says only what it says, in at most <paramref name="most"/> UTF-16 characters.</summary>
    public static string Line(string text, int most)
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

    /// <summary>The line as a run of a card's text, where only templates and addresses are more than words.</summary>
    public static string ForCard(string text, int most) => Inert(Line(text, most)).Replace("${", "$" + Gap + "{", StringComparison.Ordinal).Replace("{{", "{" + Gap + "{", StringComparison.Ordinal);

    /// <summary>The line for where nobody says whether mark-up counts, such as a card's fallback: what would be some is kept apart. At most <paramref name="most"/> characters, gaps included.</summary>
    public static string Plain(string text, int most)
    {
        string line = Apart(ForCard(text, most));
        // What is cut off takes its gaps along, so that once is enough.
        return line.Length <= most ? line : Apart(ForCard(text, most - (line.Length - most)));
    }

    /// <summary>The line as markdown; its brackets are never taken for a citation's number.</summary>
    public static string Markdown(string text, int most) => AtStart().Replace(Special().Replace(Inert(Line(text, most)), Escape), @"$1\$2");

    private static string Apart(string line) => Tag().Replace(line, match => match.Value + Gap);

    private static string Inert(string line) => Address().Replace(line, match => match.Value + Gap);

    private static string Escape(Match special) => special.Value switch
    {
        "<" => "&lt;",
        ">" => "&gt;",
        "&" => "&amp;",
        var other => $"\\{other}",
    };

    /// <summary>What turns the direction of reading, or cannot be seen, is left out; joiners that make up letters and emoji stay.</summary>
    private static bool IsShown(Rune rune) => rune.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Clip(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // "https:" and "www." make a link of what follows; so does the @ of an address of mail.
    [GeneratedRegex(@"((https?|ftp|file|mailto|tel|sms|sip|callto|data|javascript|vbscript|blob|about|ms-[a-z-]+|msteams):|\bwww\.)|(?<=\w)@(?=\w)", Options)]
    private static partial Regex Address();

    // "](" makes a link of what stands around it.
    [GeneratedRegex(@"<(?=[a-z/!?])|\](?=[(\[:])", Options)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\\`*_\[\]~|<>]|&(?=#?\w+;)", Options)]
    private static partial Regex Special();

    // "# heading", "- item", "1. item".
    [GeneratedRegex(@"^(\d{0,9})([#+=.)-])", RegexOptions.CultureInvariant)]
    private static partial Regex AtStart();
}

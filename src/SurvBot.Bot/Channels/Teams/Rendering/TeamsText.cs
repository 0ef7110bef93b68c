using System.Text.RegularExpressions;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Teams.Rendering;

/// <summary>Makes anybody's words show as just these words in Teams: no mark-up, no mention, no link, no template.</summary>
internal static partial class TeamsText
{
    private const string Gap = PlainLine.Gap;

    /// <summary>The line as a run of a card's text, where only templates and addresses are more than words.</summary>
    public static string ForCard(string text, int most) => PlainLine.Unlinked(PlainLine.Of(text, most)).Replace("${", "$" + Gap + "{", StringComparison.Ordinal).Replace("{{", "{" + Gap + "{", StringComparison.Ordinal);

    /// <summary>The line for where nobody says whether mark-up counts, such as a card's fallback: what would be some is kept apart. At most <paramref name="most"/> characters, gaps included.</summary>
    public static string Plain(string text, int most) => PlainLine.Fitted(most, length => Tag().Replace(ForCard(text, length), match => match.Value + Gap));

    /// <summary>The line as markdown; its brackets are never taken for a citation's number.</summary>
    public static string Markdown(string text, int most) => AtStart().Replace(Special().Replace(PlainLine.Unlinked(PlainLine.Of(text, most)), Escape), @"$1\$2");

    private static string Escape(Match special) => special.Value switch
    {
        "<" => "&lt;",
        ">" => "&gt;",
        "&" => "&amp;",
        var other => $"\\{other}",
    };

    // "](" makes a link of what stands around it.
    [GeneratedRegex(@"<(?=[a-z/!?])|\](?=[(\[:])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\\`*_\[\]~|<>]|&(?=#?\w+;)", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    // "# heading", "- item", "1. item".
    [GeneratedRegex(@"^(\d{0,9})([#+=.)-])", RegexOptions.CultureInvariant)]
    private static partial Regex AtStart();
}

using System.Text.RegularExpressions;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack.Rendering;

/// <summary>Makes anybody's words show as just these words in Slack: no mark-up, no mention, no link, no emoji.</summary>
internal static partial class SlackWords
{
    /// <summary>For rich text and plain text, which know no mark-up; addresses are kept apart for clients that would link them. At most <paramref name="most"/> characters, gaps included.</summary>
    public static string Literal(string text, int most) => PlainLine.Fitted(most, length => PlainLine.Unlinked(PlainLine.Of(text, length)));

    /// <summary>For a message's text and a streamed text: Slack reads the one as its mrkdwn, which has no escape but that of &amp; &lt; &gt;, and the other as markdown. What would be mark-up in either is shown by its look-alike or kept apart.</summary>
    public static string Escaped(string text, int most) => PlainLine.Fitted(most, length =>
        AtStart().Replace(Special().Replace(Trigger().Replace(PlainLine.Unlinked(PlainLine.Of(text, length)), match => match.Value + PlainLine.Gap), LookAlike), PlainLine.Gap + "$0"));

    private static string LookAlike(Match special) => special.Value switch
    {
        "<" => "&lt;",
        ">" => "&gt;",
        "&" => "&amp;",
        "*" => "\u2217",
        "_" => "\u02CD",
        "~" => "\u223C",
        _ => "\u02CB",
    };

    // "@here" and "#room" are linked by clients, ":emoji:" is a picture, "](" and "\" are markdown.
    [GeneratedRegex(@"[@#](?=\w)|:(?=[\w+'-]+:)|\](?=[(\[:])|\\", RegexOptions.CultureInvariant)]
    private static partial Regex Trigger();

    // Within a word the underscore is nothing but itself.
    [GeneratedRegex(@"[<>&*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    // "> quote", which looks for its escape, "# heading", "- item", "1. item".
    [GeneratedRegex(@"^(&gt;|[#+=-]|\d{1,9}[.)])", RegexOptions.CultureInvariant)]
    private static partial Regex AtStart();
}

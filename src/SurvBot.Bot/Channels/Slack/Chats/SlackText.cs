using System.Text.RegularExpressions;

namespace SurvBot.Bot.Channels.Slack.Chats;

/// <summary>Reads what people wrote out of Slack's mark-up. Mentions are told by ids: anybody may call themselves as the bot does.</summary>
internal static partial class SlackText
{
    /// <summary>Whether the text mentions this user.</summary>
    public static bool Mentions(string text, string user) => Reference().Matches(text).Any(match => IsMentionOf(match.Groups["inner"].ValueSpan, user));

    /// <summary>Whether the text calls on somebody: a person, a group, all who are there.</summary>
    public static bool MentionsAnybody(string text) => Reference().Matches(text).Any(match => match.Groups["inner"].Value is ['@', ..] or "!here" or "!channel" or "!everyone" || match.Groups["inner"].Value.StartsWith("!subteam", StringComparison.Ordinal));

    /// <summary>What was said, without the mention of the bot; references are the words that they show.</summary>
    public static string Said(string text, string? bot)
    {
        string words = Reference().Replace(text, match => bot is not null && IsMentionOf(match.Groups["inner"].ValueSpan, bot) ? " " : Shown(match.Groups["inner"].Value));
        // "&amp;lt;" is what somebody wrote as "&lt;".
        string plain = words.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // "<@U123>" or, of old, "<@U123|name>".
    private static bool IsMentionOf(ReadOnlySpan<char> inner, string user) =>
        inner.Length > user.Length && inner[0] == '@' && inner[1..].StartsWith(user, StringComparison.Ordinal) && (inner.Length == user.Length + 1 || inner[user.Length + 1] == '|');

    private static string Shown(string inner)
    {
        int bar = inner.IndexOf('|', StringComparison.Ordinal);
        string target = bar < 0 ? inner : inner[..bar], label = bar < 0 ? "" : inner[(bar + 1)..];
        return target is ['#' or '@' or '!', ..] ? Marked(target, label) : label.Length > 0 ? label : target;
    }

    /// <summary>Rooms, people and groups keep the sign before their name.</summary>
    private static string Marked(string target, string label)
    {
        char sign = target[0] == '!' ? '@' : target[0];
        string name = label.Length > 0 ? label : target[1..];
        return target.StartsWith("!date", StringComparison.Ordinal) || name.StartsWith(sign) ? name : $"{sign}{name}";
    }

    [GeneratedRegex("<(?<inner>[^<>]+)>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}

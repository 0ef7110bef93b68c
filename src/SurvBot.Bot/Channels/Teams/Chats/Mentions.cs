using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SurvBot.Bot.Channels.Teams.Activities;

namespace SurvBot.Bot.Channels.Teams.Chats;

/// <summary>Mentions are told by ids: anybody may call themselves as the bot does.</summary>
internal static partial class Mentions
{
    /// <summary>Whether the activity is addressed to its recipient, the bot.</summary>
    public static bool OfBot(Activity activity) => activity.Recipient?.Id is { } bot && activity.Entities.Any(entity => IsMention(entity, bot));

    /// <summary>What was said, without the mention of the bot; other mentions are the names that they show.</summary>
    public static string Without(Activity activity)
    {
        string text = activity.Text ?? "";
        foreach (string mention in activity.Entities.Where(entity => activity.Recipient?.Id is { } bot && IsMention(entity, bot)).Select(entity => Member.Text(entity, "text")).OfType<string>().Where(mention => mention.Length > 0).Distinct())
            text = text.Replace(mention, " ", StringComparison.Ordinal);
        return string.Join(' ', WebUtility.HtmlDecode(At().Replace(text, "")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsMention(JsonElement entity, string bot) => Member.Text(entity, "type") == "mention" && Member.Text(entity, "mentioned", "id") == bot;

    [GeneratedRegex("</?at( [^>]*)?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex At();
}

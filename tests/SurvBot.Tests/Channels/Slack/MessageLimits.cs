using System.Text.Json;
using SurvBot.Bot.Channels.Slack.Rendering;

namespace SurvBot.Tests.Channels.Slack;

/// <summary>Holds a message against what Slack takes.</summary>
internal static class MessageLimits
{
    public static IEnumerable<string> Breaches(this SlackMessage message) => BlockKitLimits.Breaches(message.Text, JsonElement.Parse(message.Blocks.ToJsonString()));
}

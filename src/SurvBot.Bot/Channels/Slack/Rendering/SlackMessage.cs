using System.Text.Json.Nodes;

namespace SurvBot.Bot.Channels.Slack.Rendering;

/// <summary>A message as Slack takes it.</summary>
/// <param name="Text">The same in words, for notifications and screen readers: never empty.</param>
/// <param name="Blocks">What is seen.</param>
internal sealed record SlackMessage(string Text, JsonArray Blocks);

/// <summary>What a message offers besides its reply.</summary>
/// <param name="WithShare">Whether it can be shared with the room: for answers that only one person sees.</param>
internal sealed record SlackReplyOptions(bool WithShare);

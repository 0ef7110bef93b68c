namespace SurvBot.Bot.Channels.Slack.Health;

/// <summary>What Slack says of a token.</summary>
/// <param name="Name">Who it is, and where.</param>
/// <param name="Scopes">What it may do, as Slack lists it with commas; null where Slack does not say.</param>
/// <param name="Date">When Slack answered by its own clock; null where it does not say.</param>
internal sealed record SlackIdentity(string Name, string? Scopes, DateTimeOffset? Date);

/// <summary>Why Slack says nothing of a token: its own word for it, or what kept it from answering.</summary>
internal sealed class SlackSaysNothingException(string reason) : Exception(reason);

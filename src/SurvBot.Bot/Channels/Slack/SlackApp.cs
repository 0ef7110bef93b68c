namespace SurvBot.Bot.Channels.Slack;

/// <summary>What Slack has to know of SurvBot: its scopes, events, addresses and ids, which the manifest must name and the endpoints must serve.</summary>
internal static class SlackApp
{
    public const string Command = "/survbot", CheckClaim = "check_claim";

    public const string EventsPath = "/slack/events", CommandsPath = "/slack/commands", InteractivePath = "/slack/interactive", InstallPath = "/slack/install", OAuthPath = "/slack/oauth";

    /// <summary>The least that SurvBot works with.</summary>
    public static IReadOnlyList<SlackScope> Scopes { get; } =
    [
        new("app_mentions:read", "the event app_mention"),
        new("assistant:write", "the proposal of questions"),
        new("chat:write", "every answer"),
        new("commands", "/survbot and the message shortcut"),
        new("im:history", "the event message.im"),
    ];

    /// <summary>What is needed besides for rooms that want answers without a mention, where somebody chose so: with it the app hears everything in its rooms.</summary>
    public static IReadOnlyList<SlackScope> HearingScopes { get; } =
    [
        new("channels:history", "the event message.channels"),
        new("groups:history", "the event message.groups"),
    ];

    /// <summary>Events that come by <see cref="HearingScopes"/>.</summary>
    public static IReadOnlyList<SlackAppEvent> HearingEvents { get; } =
    [
        new("message.channels", "a question without a mention in a public room"),
        new("message.groups", "a question without a mention in a private room"),
    ];

    /// <summary>The events that SurvBot acts on.</summary>
    public static IReadOnlyList<SlackAppEvent> Events { get; } =
    [
        new("app_mention", "a question in a channel"),
        new("message.im", "a question to SurvBot alone"),
        new("app_home_opened", "the home tab and the first greeting"),
        new("agent_session_stopped", "the stop button"),
        new("app_uninstalled", "forgetting a workspace that is gone"),
        new("tokens_revoked", "forgetting tokens that no longer count"),
    ];
}

/// <summary>A permission, and what would not work without it.</summary>
internal sealed record SlackScope(string Name, string NeededFor);

/// <summary>An event, and what would not work without it.</summary>
internal sealed record SlackAppEvent(string Name, string NeededFor);

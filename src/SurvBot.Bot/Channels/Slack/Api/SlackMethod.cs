namespace SurvBot.Bot.Channels.Slack.Api;

/// <summary>A method of Slack's Web API.</summary>
/// <param name="Name">As in its address.</param>
/// <param name="PerMinute">Calls a minute that Slack allows a workspace at least, by the method's tier; null where its limit is another.</param>
/// <param name="TakesJson">Whether it reads arguments as JSON; all read forms.</param>
public sealed record SlackMethod(string Name, int? PerMinute, bool TakesJson = true)
{
    // Tiers of "Rate limits" in Slack's documentation.
    private const int Tier2 = 20, Tier3 = 50, Tier4 = 100;

    public static SlackMethod AuthTest { get; } = new("auth.test", null);

    /// <summary>Slack allows one message a second and room, and says so only when it is exceeded.</summary>
    public static SlackMethod PostMessage { get; } = new("chat.postMessage", null);

    public static SlackMethod PostEphemeral { get; } = new("chat.postEphemeral", Tier4);

    public static SlackMethod Update { get; } = new("chat.update", Tier3);

    public static SlackMethod StartStream { get; } = new("chat.startStream", Tier2);

    public static SlackMethod AppendStream { get; } = new("chat.appendStream", Tier4);

    public static SlackMethod StopStream { get; } = new("chat.stopStream", Tier2);

    public static SlackMethod Replies { get; } = new("conversations.replies", Tier3, TakesJson: false);

    public static SlackMethod SetStatus { get; } = new("agents.sessions.setStatus", Tier3);

    public static SlackMethod RenameSession { get; } = new("agents.sessions.rename", Tier3);

    public static SlackMethod SuggestPrompts { get; } = new("assistant.threads.setSuggestedPrompts", Tier4);

    public static SlackMethod PublishView { get; } = new("views.publish", Tier4);

    public static SlackMethod OpenView { get; } = new("views.open", Tier4);

    /// <summary>With the app's own token.</summary>
    public static SlackMethod OpenConnection { get; } = new("apps.connections.open", Tier3, TakesJson: false);

    /// <summary>All that is called.</summary>
    public static IReadOnlyList<SlackMethod> All { get; } = [AuthTest, PostMessage, PostEphemeral, Update, StartStream, AppendStream, StopStream, Replies, SetStatus, RenameSession, SuggestPrompts, PublishView, OpenView, OpenConnection];
}

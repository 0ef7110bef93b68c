using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Streaming;

/// <summary>Calls a thread that somebody has with the agent by its first question. Best effort, as the agent's status is.</summary>
internal sealed class SessionTitles(ISlackApi api, ConversationStore conversations)
{
    // By "agents.sessions.rename" of Slack's documentation.
    private const int MostTitle = 200;

    /// <summary>Names the session where this reply is its first. Never throws: the answer stands already.</summary>
    public async Task NameAsync(string token, string room, string thread, string replyId, CancellationToken cancellationToken)
    {
        try
        {
            if (conversations.FindOpening(replyId) is { } question && SlackWords.Literal(question, MostTitle) is { Length: > 0 } title)
                await api.CallAsync(SlackMethod.RenameSession, token, new JsonObject { ["channel_id"] = room, ["thread_ts"] = thread, ["title"] = title }, cancellationToken);
        }
        catch (Exception fault) when (fault is SlackRefusedException or SlackUnavailableException or ChannelBusyException or ChatStoreException or OperationCanceledException)
        {
            // The answer stands, and Slack has a name of its own for a session without one.
        }
    }
}

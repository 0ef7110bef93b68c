using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Streaming;

/// <summary>Tells Slack whether the agent works in a thread. Best effort: an app that Slack does not know as an agent has no such status.</summary>
internal sealed class AgentStatus(ISlackApi api)
{
    public Task WorkAsync(string token, string room, string thread, CancellationToken cancellationToken) => SetAsync("processing", token, room, thread, cancellationToken);

    /// <summary>Never throws: it is said after an answer, which stands there then.</summary>
    public async Task EndAsync(string token, string room, string thread, CancellationToken cancellationToken)
    {
        try
        {
            await SetAsync("active", token, room, thread, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The program stops, or it took too long.
        }
    }

    private async Task SetAsync(string status, string token, string room, string thread, CancellationToken cancellationToken)
    {
        try
        {
            await api.CallAsync(SlackMethod.SetStatus, token, new JsonObject { ["channel_id"] = room, ["thread_ts"] = thread, ["status"] = status }, cancellationToken);
        }
        catch (Exception fault) when (fault is SlackRefusedException or SlackUnavailableException or ChannelBusyException)
        {
            // The answer is worth more than the word that it is on its way, and Slack ends the status itself after an hour.
        }
    }
}

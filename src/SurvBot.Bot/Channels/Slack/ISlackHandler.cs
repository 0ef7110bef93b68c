using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Events;

namespace SurvBot.Bot.Channels.Slack;

/// <summary>Does what a request of Slack asks for. Together with <see cref="Api.ISlackApi"/> it is all that lies between a transport and the rest.</summary>
/// <remarks>A transport hands over only requests that it has authenticated. Slack waits three seconds for what this gives.</remarks>
public interface ISlackHandler
{
    /// <summary>Handles one request; what it gives goes with the acknowledgement, null for an empty one.</summary>
    /// <exception cref="Conversations.ChatStoreException">Nothing can be kept: it must not be acknowledged.</exception>
    Task<JsonObject?> HandleAsync(SlackRequest request, CancellationToken cancellationToken);
}

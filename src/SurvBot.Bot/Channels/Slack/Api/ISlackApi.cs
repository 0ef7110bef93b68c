using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Api;

/// <summary>Calls Slack. Together with <see cref="ISlackHandler"/> it is all that lies between a transport and the rest.</summary>
/// <remarks>
/// Each method throws <see cref="SlackRefusedException"/> when Slack does not take it, <see cref="ChannelBusyException"/> when it wants to be left alone, and
/// <see cref="SlackUnavailableException"/> when nobody knows whether it took it. Nothing is tried again here: it might stand there twice.
/// </remarks>
public interface ISlackApi
{
    /// <summary>Calls a method of the Web API; gives what it answers.</summary>
    /// <param name="method">Which.</param>
    /// <param name="token">In whose name.</param>
    /// <param name="arguments">By Slack's names.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<JsonElement> CallAsync(SlackMethod method, string token, JsonObject arguments, CancellationToken cancellationToken);

    /// <summary>Answers a command or a press on a button where Slack said that such answers go.</summary>
    Task RespondAsync(string responseUrl, JsonObject message, CancellationToken cancellationToken);
}

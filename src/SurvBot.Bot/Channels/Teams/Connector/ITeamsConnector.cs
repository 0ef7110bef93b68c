using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Tokens;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Teams.Connector;

/// <summary>Says something in a chat of Teams. Together with <see cref="ITeamsActivityHandler"/> it is all that lies between a transport and the rest.</summary>
/// <remarks>
/// Each method throws <see cref="TeamsRefusedException"/> when the platform will not take it, <see cref="ChannelBusyException"/> when it wants to be left alone,
/// <see cref="TeamsUnavailableException"/> when nobody knows whether it took it, and <see cref="TeamsTokenException"/> when the bot has no token to show, so that
/// nothing was sent. Pauses between attempts end with the caller's cancellation.
/// </remarks>
public interface ITeamsConnector
{
    /// <summary>Says it at the end of a conversation; gives the platform's name for it, null where it gave none (as while an answer streams).</summary>
    /// <param name="serviceUrl">The latest one that an activity of the conversation came with.</param>
    /// <param name="conversationId">As in <see cref="ConversationAccount.Id"/>, not escaped.</param>
    /// <param name="activity">What to say.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    Task<string?> SendAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken);

    /// <summary>Says it in answer to an activity; gives the platform's name for it, null where it gave none.</summary>
    Task<string?> ReplyAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken);

    /// <summary>Puts it in the place of what the bot said before.</summary>
    Task UpdateAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken);

    /// <summary>Takes back what the bot said.</summary>
    Task DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken);
}

using SurvBot.Bot.Channels.Teams.Activities;

namespace SurvBot.Bot.Channels.Teams;

/// <summary>Does what an activity asks for. Together with <see cref="Connector.ITeamsConnector"/> it is all that lies between a transport and the rest.</summary>
/// <remarks>A transport hands over only activities whose sender it has authenticated. Bot Framework waits 15 seconds, for a message extension's query 5.</remarks>
public interface ITeamsActivityHandler
{
    /// <summary>Handles one activity. What it gives is the answer to an invoke, where null means that nobody knows it; for other activities it is not looked at.</summary>
    Task<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken);
}

/// <summary>The answer to an invoke, which travels as the answer to its HTTP request.</summary>
/// <param name="Status">An HTTP status: 200 where it was done.</param>
/// <param name="Body">What becomes the body, as JSON by <see cref="ActivityJson.Options"/>; null for none.</param>
public sealed record InvokeResponse(int Status, object? Body = null);

namespace SurvBot.Bot.Channels.Teams.Connector;

/// <summary>The platform, or the way to it, failed: nobody knows whether what was sent has arrived, and it may be tried again later.</summary>
/// <param name="message">One line without secrets.</param>
/// <param name="status">The HTTP status; null where there was no answer.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class TeamsUnavailableException(string message, int? status = null, Exception? inner = null) : Exception(message, inner)
{
    public int? Status { get; } = status;
}

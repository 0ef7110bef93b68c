namespace SurvBot.Bot.Channels.Slack.Api;

/// <summary>Slack, or the way to it, failed: nobody knows whether what was sent has arrived, and it may be tried again later.</summary>
/// <param name="message">One line without secrets.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class SlackUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>False where not even a connection came about.</summary>
    public bool MayHaveArrived => InnerException is not HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError };
}

using System.Net;

namespace SurvBot.Bot.Channels.Teams.Connector;

/// <summary>Whether a failed request is worth another attempt, and after how long.</summary>
/// <remarks>Microsoft asks for it at 412, 429, 502 and 504: "Optimize your bot with rate limiting in Teams", whose example pauses about 1, 2 and 4 seconds.</remarks>
internal static class ConnectorPause
{
    /// <summary>Attempts after the first.</summary>
    public const int MostRetries = 3;

    /// <summary>A longer pause is for the outbox, where it holds up nobody else.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private const double JitterShare = 0.2;

    /// <summary>How long to wait after so many failures; null to give up.</summary>
    /// <param name="status">The platform's answer.</param>
    /// <param name="retryAfter">The pause that it asks for, if it does.</param>
    /// <param name="failures">Failures before this one.</param>
    /// <param name="isRepeatable">Whether it does no harm twice: who answers 502 or 504 stands between, and does not know whether the platform took it.</param>
    public static TimeSpan? Before(HttpStatusCode status, TimeSpan? retryAfter, int failures, bool isRepeatable)
    {
        if (failures >= MostRetries || retryAfter > Longest)
            return null;
        return status switch
        {
            HttpStatusCode.TooManyRequests => retryAfter is { } asked ? asked * (1 + JitterShare * Random.Shared.NextDouble()) : Doubled(failures),
            HttpStatusCode.PreconditionFailed => Doubled(failures),
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout when isRepeatable => Doubled(failures),
            _ => null,
        };
    }

    private static TimeSpan Doubled(int failures) => TimeSpan.FromSeconds(Math.Pow(2, failures) * (1 - JitterShare + 2 * JitterShare * Random.Shared.NextDouble()));
}

using System.Net;

namespace SurvBot.Acceptance.Slack.StandIn;

/// <summary>What Slack does instead of what it is asked.</summary>
/// <param name="Error">Its word for why not; null where it gives none.</param>
/// <param name="Status">Slack says most of its errors with 200; null cuts the connection.</param>
/// <param name="RetryAfter">Seconds after which it wants to be asked again.</param>
/// <param name="IsTaken">Whether it does what it was asked, and only its answer is lost.</param>
/// <param name="Delay">How long it takes to answer.</param>
internal sealed record SlackTrouble(string? Error = null, HttpStatusCode? Status = HttpStatusCode.OK, int? RetryAfter = null, bool IsTaken = false, TimeSpan Delay = default)
{
    public static readonly SlackTrouble
        Cut = new(Status: null),
        CutAfterwards = Cut with { IsTaken = true },
        Throttled = new("ratelimited", HttpStatusCode.TooManyRequests, RetryAfter: 1),
        Failed = new(Status: HttpStatusCode.InternalServerError),
        FailedAfterwards = Failed with { IsTaken = true },
        InternalError = new("internal_error"),
        // Longer than the program is let live.
        Held = new(IsTaken: true, Delay: TimeSpan.FromSeconds(10));

    /// <summary>It says why not.</summary>
    public static SlackTrouble Refusal(string error) => new(error);
}

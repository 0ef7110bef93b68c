namespace SurvBot.Acceptance.Slack.StandIn;

/// <summary>What Slack says to a call.</summary>
/// <param name="Body">As JSON.</param>
/// <param name="RetryAfter">Seconds after which it wants to be asked again; null where all is well.</param>
internal readonly record struct SlackAnswered(object Body, int? RetryAfter = null)
{
    public static SlackAnswered No(string error) => new(new { ok = false, error });

    /// <summary>Too much for one room.</summary>
    public static SlackAnswered Later(int seconds) => new(new { ok = false, error = "ratelimited" }, seconds);
}

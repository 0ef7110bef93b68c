namespace SurvBot.Answers.Generation.Models;

/// <summary>Keeps everybody from asking a model that has said how long it is busy.</summary>
internal sealed class BusyPause(TimeProvider clock)
{
    // Azure's daily quotas name a day; whether somebody raised them is looked at once a minute.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTimeOffset until;

    public void Begin(TimeSpan wait)
    {
        var end = clock.GetUtcNow() + (wait < Longest ? wait : Longest);
        lock (gate)
            until = end > until ? end : until;
    }

    /// <exception cref="ModelUnavailableException">It is still busy.</exception>
    public void Refuse()
    {
        TimeSpan left;
        lock (gate)
            left = until - clock.GetUtcNow();
        if (left > TimeSpan.Zero)
            throw new ModelUnavailableException(ModelFault.Busy, "The language model has too much to do.") { RetryAfter = left };
    }
}

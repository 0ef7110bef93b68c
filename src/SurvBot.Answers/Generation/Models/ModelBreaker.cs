namespace SurvBot.Answers.Generation.Models;

/// <summary>Leaves a model alone that failed several times in a row, so that nobody waits for it in vain; then one question at a time tries it again.</summary>
/// <remarks>Failures in a row rather than a share of them: the same for one question an hour and for ten a second.</remarks>
internal sealed class ModelBreaker(ModelOptions options, TimeProvider clock)
{
    private readonly Lock gate = new();
    private int failures;
    private DateTimeOffset closedUntil;

    /// <summary>Whether a question would be refused now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate)
                return clock.GetUtcNow() < closedUntil;
        }
    }

    /// <summary>Lets a question through; after the pause one, and the next only when that has succeeded or another pause is over.</summary>
    /// <exception cref="ModelUnavailableException">The model is left alone.</exception>
    public void Enter()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (now < closedUntil)
                throw new ModelUnavailableException(ModelFault.BreakerOpen, "The language model failed several times in a row and is left alone for a while.") { RetryAfter = closedUntil - now };
            if (failures >= options.BreakerFailures)
                closedUntil = now + options.BreakerPause;
        }
    }

    public void Succeeded()
    {
        lock (gate)
            (failures, closedUntil) = (0, default);
    }

    /// <summary>Counts what the next question would meet as well: not a quota, which <see cref="BusyPause"/> heeds, nor what was wrong with this question.</summary>
    public void Failed(ModelFault fault)
    {
        if (fault is ModelFault.Busy or ModelFault.Filtered or ModelFault.Rejected or ModelFault.TooLong)
            return;
        lock (gate)
            if (++failures >= options.BreakerFailures)
                closedUntil = clock.GetUtcNow() + options.BreakerPause;
    }
}

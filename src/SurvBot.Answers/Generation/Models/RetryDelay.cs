namespace SurvBot.Answers.Generation.Models;

/// <summary>How long to wait before a model is asked again.</summary>
internal static class RetryDelay
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500), LongestJitter = TimeSpan.FromMilliseconds(200);

    /// <summary>Null where asking again cannot help.</summary>
    /// <param name="fault">What happened.</param>
    /// <param name="attempt">How often it was asked again already.</param>
    /// <param name="pause">Keeps the others from asking where the model has said for how long it is busy.</param>
    public static TimeSpan? After(ModelUnavailableException fault, int attempt, BusyPause pause)
    {
        if (fault.Fault == ModelFault.Busy && fault.RetryAfter is { } busy)
            pause.Begin(busy);
        return fault.Fault is ModelFault.Busy or ModelFault.Overloaded or ModelFault.Unreachable or ModelFault.Stalled or ModelFault.Garbled or ModelFault.CutShort
            // Not all at the same time, where several failed at the same time.
            ? fault.RetryAfter + LongestJitter * Random.Shared.NextDouble() ?? First * Math.Pow(2, attempt) * (0.5 + Random.Shared.NextDouble())
            : null;
    }
}

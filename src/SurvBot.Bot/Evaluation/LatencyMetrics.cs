namespace SurvBot.Bot.Evaluation;

/// <summary>How long one question takes, in milliseconds.</summary>
public sealed record LatencyMetrics(double MedianMs, double P95Ms)
{
    // The first questions load the model and compile the code.
    private const int WarmUp = 3;

    /// <summary>Over all but the first questions; null when there are no others.</summary>
    public static LatencyMetrics? Of(IEnumerable<EvaluatedQuestion> questions)
    {
        var sorted = questions.Skip(WarmUp).Select(question => question.LatencyMs).Order().ToList();
        return sorted.Count == 0 ? null : new LatencyMetrics(Percentile(sorted, 0.5), Percentile(sorted, 0.95));
    }

    private static double Percentile(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}

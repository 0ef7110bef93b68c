namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>When to answer, and what to add, by the least cost over cross-validated runs.</summary>
/// <param name="AnswerThreshold">Below this best probability nothing is answered.</param>
/// <param name="FurtherThreshold">Further sentences need this probability.</param>
/// <param name="Curve">Every threshold that was tried, lowest first.</param>
public sealed record ThresholdChoice(double AnswerThreshold, double FurtherThreshold, IReadOnlyList<ThresholdOutcome> Curve)
{
    // A single answer has three sentences.
    private const int MostFurther = 2;

    private const int Steps = 100;

    /// <summary>Chooses among the hundredths; of equally cheap ones the lowest, which refuses least.</summary>
    public static ThresholdChoice Of(IReadOnlyList<ScoredRun> runs, CalibrationOptions options)
    {
        IReadOnlyList<ThresholdOutcome> curve = [.. Hundredths.Select(threshold => ThresholdOutcome.At(threshold, runs))];
        double answer = curve.MinBy(outcome => outcome.Cost(options.WrongAnswerCost))!.Threshold;
        return new ThresholdChoice(answer, Math.Min(answer, Further(runs, answer, options.FurtherSentenceCost)), curve);
    }

    private static IEnumerable<double> Hundredths => Enumerable.Range(0, Steps + 1).Select(step => step / (double)Steps);

    /// <summary>From where on sentences after the first bring more than they cost.</summary>
    /// <remarks>
    /// The caller caps it at the answer threshold: what would do as the only sentence of an answer must do as its second. Only sentences with the very
    /// words of an answer count as right here, so one that adds to an answer in other words counts as wrong; therefore a wrong one costs little.
    /// </remarks>
    private static double Further(IReadOnlyList<ScoredRun> runs, double answerThreshold, double cost)
    {
        var further = runs.Where(run => run.Probability >= answerThreshold).SelectMany(run => run.Sentences.Skip(1).Take(MostFurther)).ToList();
        return Hundredths.Reverse().MaxBy(threshold => further.Where(sentence => sentence.Probability >= threshold).Sum(sentence => sentence.HoldsAnswer ? 1 : -cost));
    }
}

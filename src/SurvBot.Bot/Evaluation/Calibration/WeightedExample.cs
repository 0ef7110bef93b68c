namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>An example, and how much it counts in the fit.</summary>
public sealed record WeightedExample(IReadOnlyList<float> Features, bool IsPositive, double Weight)
{
    // A question has about ten times as many wrong sentences as right ones. The promising ones teach most; the others are told apart easily.
    private const int Promising = 8;
    private const double PromisingWeight = 0.3, OtherWeight = 0.05;

    /// <summary>The examples of all runs; a question's right sentences count as one, however many there are.</summary>
    public static IReadOnlyList<WeightedExample> Of(IEnumerable<QuestionRun> runs) => [.. runs.SelectMany(Of)];

    private static IEnumerable<WeightedExample> Of(QuestionRun run)
    {
        int positives = run.Examples.Count(example => example.HoldsAnswer);
        return run.Examples.Select((example, i) => new WeightedExample(
            example.Features, example.HoldsAnswer,
            run.Weight * (example.HoldsAnswer ? 1.0 / positives : i < Promising ? PromisingWeight : OtherWeight)));
    }
}

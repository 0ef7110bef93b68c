namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>How one set fares under the thresholds that were chosen for all.</summary>
/// <param name="Name">The set's.</param>
/// <param name="Measured">Answerable runs with a right sentence among the measured ones: more cannot be answered rightly.</param>
/// <param name="RightFirst">Those whose likeliest sentence is right.</param>
/// <param name="Outcome">At the answer threshold.</param>
public sealed record SetOutcome(string Name, int Measured, int RightFirst, ThresholdOutcome Outcome)
{
    public static SetOutcome Of(string name, IReadOnlyList<ScoredRun> runs, double answerThreshold) => new(
        name,
        runs.Count(run => run.Sentences.Any(sentence => sentence.HoldsAnswer)),
        runs.Count(run => run.Sentences is [{ HoldsAnswer: true }, ..]),
        ThresholdOutcome.At(answerThreshold, runs.Select(run => run with { Weight = 1 })));
}

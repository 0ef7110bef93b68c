using SurvBot.Answers.Grounding;

namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>A fitted model and what cross-validation says of it.</summary>
/// <param name="Model">Fitted on all runs, rounded as it is written.</param>
/// <param name="WrongAnswerCost">How many false refusals one wrong answer was worth.</param>
/// <param name="Curve">All sets together, at every threshold.</param>
/// <param name="Sets">Each set at the chosen threshold.</param>
public sealed record CalibrationReport(SupportModel Model, double WrongAnswerCost, IReadOnlyList<ThresholdOutcome> Curve, IReadOnlyList<SetOutcome> Sets)
{
    private const int WeightDecimals = 3;

    /// <summary>
    /// Fits the model to all sets together, each counting as much as another; chooses its thresholds and reports its figures by cross-validation.
    /// </summary>
    /// <exception cref="TooFewExamplesException">Without a fifth of the questions there are no right sentences, or no wrong ones.</exception>
    public static CalibrationReport Of(IReadOnlyList<ExampleSet> sets, CalibrationOptions options)
    {
        int largest = sets.Max(set => set.Runs.Count);
        sets = [.. sets.Select(set => set with { Runs = [.. set.Runs.Select(run => run with { Weight = largest / (double)set.Runs.Count })] })];
        IReadOnlyList<QuestionRun> runs = [.. sets.SelectMany(set => set.Runs)];
        var scored = CrossValidation.Score(runs, options.Ridge);
        var choice = ThresholdChoice.Of([.. scored.Values], options);
        return new CalibrationReport(
            Fit(runs, choice, options), options.WrongAnswerCost, choice.Curve,
            [.. sets.Select(set => SetOutcome.Of(set.Name, [.. set.Runs.Select(run => scored[run])], choice.AnswerThreshold))]);
    }

    private static SupportModel Fit(IReadOnlyList<QuestionRun> runs, ThresholdChoice choice, CalibrationOptions options)
    {
        var weights = LogisticFit.Of(WeightedExample.Of(runs), options.Ridge);
        return new SupportModel(
            SupportModel.Unfitted.Features, [.. weights.Features.Select(weight => Math.Round(weight, WeightDecimals))], Math.Round(weights.Bias, WeightDecimals),
            choice.AnswerThreshold, choice.FurtherThreshold);
    }
}

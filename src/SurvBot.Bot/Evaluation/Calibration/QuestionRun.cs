namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>One question, looked up once.</summary>
/// <param name="Id">The question's; its runs share it.</param>
/// <param name="Kind">Whether this run can answer it.</param>
/// <param name="Examples">Its measured sentences, most promising first; empty when nothing was found.</param>
public sealed record QuestionRun(string Id, RunKind Kind, IReadOnlyList<Example> Examples)
{
    /// <summary>How much the run counts; by it a set of few questions counts as much as one of many.</summary>
    public double Weight { get; init; } = 1;
}

namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>The runs of one file of questions.</summary>
public sealed record ExampleSet(string Name, IReadOnlyList<QuestionRun> Runs);

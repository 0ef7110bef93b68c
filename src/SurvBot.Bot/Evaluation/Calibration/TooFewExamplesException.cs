namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>There are no right sentences to learn from, or no wrong ones: any weights would do.</summary>
public sealed class TooFewExamplesException() : Exception("There are too few questions: every fit needs right sentences and wrong ones.");

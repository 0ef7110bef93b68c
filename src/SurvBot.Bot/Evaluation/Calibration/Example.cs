namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>One measured sentence, from which the support model learns.</summary>
/// <param name="Features">In the order of the model's feature names.</param>
/// <param name="HoldsAnswer">Whether an expected answer stands in the sentence.</param>
public sealed record Example(IReadOnlyList<float> Features, bool HoldsAnswer);

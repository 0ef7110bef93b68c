namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>What a logistic regression found.</summary>
/// <param name="Features">One weight a feature.</param>
/// <param name="Bias">The weight of nothing.</param>
public sealed record LogisticWeights(IReadOnlyList<double> Features, double Bias);

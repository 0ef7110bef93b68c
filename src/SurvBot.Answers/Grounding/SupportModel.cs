using System.Reflection;
using System.Text.Json;

namespace SurvBot.Answers.Grounding;

/// <summary>Weighs a sentence's features into the probability that it answers the question: logistic regression, fitted by <c>eng/calibrate</c>.</summary>
/// <param name="Features">Names of the features, in order; a model fitted on other features is refused.</param>
/// <param name="Weights">One weight a feature.</param>
/// <param name="Bias">The weight of nothing.</param>
/// <param name="AnswerThreshold">Below this best probability nothing is answered.</param>
/// <param name="FurtherThreshold">Further sentences need this probability.</param>
public sealed record SupportModel(IReadOnlyList<string> Features, IReadOnlyList<double> Weights, double Bias, double AnswerThreshold, double FurtherThreshold)
{
    private static readonly Lazy<SupportModel> Read = new(() => Load("support-model.json")), ReadByKeywords = new(() => Load("support-model-keywords.json"));

    /// <summary>The model that comes with the program.</summary>
    /// <exception cref="InvalidOperationException">It was fitted on other features than are measured.</exception>
    public static SupportModel Default => Read.Value;

    /// <summary>The one for a program without token embeddings, where the words alone have to tell.</summary>
    /// <exception cref="InvalidOperationException">It was fitted on other features than are measured.</exception>
    public static SupportModel Keywords => ReadByKeywords.Value;

    /// <summary>Weighs nothing and lets nothing pass: for measuring the features that a model is then fitted on.</summary>
    public static SupportModel Unfitted { get; } = new(EvidenceFeatures.Names, new double[EvidenceFeatures.Names.Count], 0, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>0 to 1.</summary>
    public double Probability(IReadOnlyList<float> features)
    {
        double sum = Bias;
        for (int i = 0; i < Weights.Count; i++)
            sum += Weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static SupportModel Load(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"SurvBot.Answers.Grounding.{file}")!;
        var model = JsonSerializer.Deserialize<SupportModel>(stream, JsonSerializerOptions.Web)!;
        return model.Features.SequenceEqual(EvidenceFeatures.Names)
            ? model
            : throw new InvalidOperationException($"{file} was fitted on other features than this program measures: run eng/calibrate.");
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SurvBot.Answers.Grounding;

namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>Weighs each question with a model that was fitted on other questions, so that thresholds are not chosen on what was learnt by heart.</summary>
public static class CrossValidation
{
    public const int Folds = 5;

    /// <summary>Each run with its score.</summary>
    /// <exception cref="TooFewExamplesException">Without one fold there are no right sentences or no wrong ones.</exception>
    public static IReadOnlyDictionary<QuestionRun, ScoredRun> Score(IReadOnlyList<QuestionRun> runs, double ridge)
    {
        var scored = new Dictionary<QuestionRun, ScoredRun>(ReferenceEqualityComparer.Instance);
        foreach (var fold in runs.GroupBy(run => FoldOf(run.Id)))
        {
            var weights = LogisticFit.Of(WeightedExample.Of(runs.Where(run => FoldOf(run.Id) != fold.Key)), ridge);
            var model = SupportModel.Unfitted with { Weights = weights.Features, Bias = weights.Bias };
            foreach (var run in fold)
                scored.Add(run, Score(run, model));
        }
        return scored;
    }

    /// <summary>The same on every machine and whatever other questions there are; all runs of a question fall together.</summary>
    public static int FoldOf(string id) => (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id))) % Folds);

    private static ScoredRun Score(QuestionRun run, SupportModel model) => new(run.Kind,
        [.. run.Examples.Select(example => new ScoredSentence(model.Probability(example.Features), example.HoldsAnswer)).OrderByDescending(sentence => sentence.Probability)])
    { Weight = run.Weight };
}

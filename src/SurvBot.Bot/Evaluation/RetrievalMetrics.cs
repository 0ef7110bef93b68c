namespace SurvBot.Bot.Evaluation;

/// <summary>How well the gold articles are ranked, over the questions that have some.</summary>
/// <param name="Questions">How many there are.</param>
/// <param name="HitsAt1">Share with a gold article at rank 1.</param>
/// <param name="HitsAt4">Share with one in the first 4.</param>
/// <param name="HitsAt10">Share with one in the first 10.</param>
/// <param name="MrrAt10">Mean of 1 / rank of the first gold article, 0 beyond rank 10.</param>
/// <param name="AllGoldAt10">Share with every gold article in the first 10.</param>
public sealed record RetrievalMetrics(int Questions, double HitsAt1, double HitsAt4, double HitsAt10, double MrrAt10, double AllGoldAt10)
{
    /// <summary>How deep rankings are looked at.</summary>
    public const int Depth = 10;

    /// <summary>Null when no question has a gold article.</summary>
    public static RetrievalMetrics? Of(IEnumerable<EvaluatedQuestion> questions)
    {
        var ranks = questions.Select(question => question.GoldRanks).Where(gold => gold.Count > 0).ToList();
        if (ranks.Count == 0)
            return null;
        var first = ranks.Select(gold => gold.Min() ?? int.MaxValue).ToList();
        double Share(int depth) => first.Count(rank => rank <= depth) / (double)first.Count;
        return new RetrievalMetrics(
            ranks.Count, Share(1), Share(4), Share(Depth),
            first.Average(rank => rank <= Depth ? 1.0 / rank : 0),
            ranks.Count(gold => gold.All(rank => rank <= Depth)) / (double)ranks.Count);
    }
}

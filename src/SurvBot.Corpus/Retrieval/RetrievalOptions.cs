namespace SurvBot.Corpus.Retrieval;

/// <summary>How the rankings are fused. The values are settled in docs/decisions/0008-ranking.md.</summary>
public sealed class RetrievalOptions
{
    /// <summary>Candidates that each ranking contributes.</summary>
    public int Candidates { get; set; } = 100;

    /// <summary>How much a title's BM25 counts beside its passages' BM25.</summary>
    public float TitleWeight { get; set; } = 0.3f;

    /// <summary>Share of the passage's keyword score in the fused score.</summary>
    public float KeywordWeight { get; set; } = 0.35f;

    /// <summary>Share of the whole article's keyword score.</summary>
    public float ArticleWeight { get; set; } = 0.3f;

    /// <summary>Share of the embedding score.</summary>
    public float EmbeddingWeight { get; set; } = 0.6f;

    /// <summary>Days after which a news article's recency advantage has fallen to a third.</summary>
    public double RecencyDays { get; set; } = 10;

    /// <summary>The factor that a very old article keeps; 1 switches recency off.</summary>
    public float OldestFactor { get; set; } = 0.5f;

    /// <summary>Factor for an article far outside the time asked about; nearer ones lose less.</summary>
    public float OutsidePeriodFactor { get; set; } = 0.6f;

    /// <summary>Factor for an article of a publisher that the question names.</summary>
    public float NamedPublisherFactor { get; set; } = 1.4f;

    /// <summary>Factor for each better-ranked article of the same text (copies count as one voice).</summary>
    public float CopyFactor { get; set; } = 0.7f;
}

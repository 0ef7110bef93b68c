using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Store;

/// <summary>What the corpus holds right now.</summary>
/// <param name="Version">Grows with every change; equal versions mean equal content.</param>
/// <param name="Articles">Number of articles.</param>
/// <param name="Passages">Number of passages.</param>
/// <param name="Embedded">Number of passages that have a vector of <paramref name="EmbeddingModel"/>.</param>
/// <param name="NewestPublished">Latest publication date, null where no article has one.</param>
/// <param name="OldestPublished">Earliest publication date, null where no article has one.</param>
/// <param name="LastIngestAt">When an ingest last changed something.</param>
/// <param name="EmbeddingModel">The model whose vectors are searched, null before the first.</param>
public sealed record CorpusStatus(
    long Version,
    int Articles,
    int Passages,
    int Embedded,
    PartialDate? NewestPublished,
    PartialDate? OldestPublished,
    DateTimeOffset? LastIngestAt,
    string? EmbeddingModel);

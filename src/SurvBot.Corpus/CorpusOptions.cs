using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Fetching;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Corpus;

/// <summary>Where the corpus lives and how it is searched.</summary>
public sealed class CorpusOptions
{
    /// <summary>The data folder; created when it is not there. Nothing is written outside it.</summary>
    public required string DataDirectory { get; set; }

    /// <summary>The corpus file in the data folder.</summary>
    public string StorePath => Path.Combine(DataDirectory, "corpus.db");

    /// <summary>Where the embedding model comes from.</summary>
    public EmbeddingOptions Embedding { get; set; } = new();

    /// <summary>How articles and feeds are fetched.</summary>
    public FetchingOptions Fetching { get; set; } = new();

    /// <summary>How rankings are fused.</summary>
    public RetrievalOptions Retrieval { get; set; } = new();
}

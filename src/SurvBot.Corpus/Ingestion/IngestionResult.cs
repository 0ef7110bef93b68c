namespace SurvBot.Corpus.Ingestion;

/// <summary>What became of one piece of input.</summary>
public enum IngestionOutcome
{
    /// <summary>A new article.</summary>
    Added,

    /// <summary>A new revision of an article that was there.</summary>
    Updated,

    /// <summary>It was there already.</summary>
    Unchanged,

    /// <summary>It is not in the corpus; the reason says why.</summary>
    Failed,
}

/// <summary>One result for each piece of input, given only after it is safely stored.</summary>
/// <param name="Origin">Where it was read: "news.jsonl:12" or "page.html".</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it failed or stayed as it was; one line.</param>
/// <param name="IsCopy">Whether its text is a copy of another article's, with which it counts as one voice.</param>
/// <param name="Embedded">How many passages were embedded for it.</param>
/// <param name="BytesRead">Bytes of input read so far.</param>
/// <param name="BytesTotal">Bytes of input there are to read.</param>
public sealed record IngestionResult(string Origin, IngestionOutcome Outcome, string? Reason, bool IsCopy, int Embedded, long BytesRead, long BytesTotal)
{
    /// <summary>The article's canonical URL; null for something that is no article.</summary>
    public string? Url { get; init; }

    /// <summary>Why an embedding model gave its passages no vectors, in one line; null where it did, or where there is none.</summary>
    public string? WithoutVectors { get; init; }
}

namespace SurvBot.Corpus.Ingestion;

/// <summary>What became of one piece of input: an <see cref="ArticleRead"/> or a <see cref="ReadFailure"/>.</summary>
/// <param name="Origin">Where it stands: "news.jsonl:12" or "page.html".</param>
public abstract record ReadOutcome(string Origin)
{
    /// <summary>Bytes on disk (compressed ones for a compressed file) that were read so far, over all files.</summary>
    public long BytesRead { get; init; }

    /// <summary>Bytes on disk that there are to read, over all files.</summary>
    public long BytesTotal { get; init; }
}

/// <summary>An article that can be indexed.</summary>
public sealed record ArticleRead(ArticleDraft Draft) : ReadOutcome(Draft.Origin);

/// <summary>Something that is no article; the run goes on.</summary>
/// <param name="Origin">Where it stands.</param>
/// <param name="Reason">Why, in plain English, for the person who brought the file; one line without a full stop.</param>
public sealed record ReadFailure(string Origin, string Reason) : ReadOutcome(Origin);

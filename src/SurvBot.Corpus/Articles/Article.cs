namespace SurvBot.Corpus.Articles;

/// <summary>One article as the corpus holds it; <see cref="Body"/> is what every quote is checked against, to the character.</summary>
public sealed record Article
{
    /// <summary>Derived from <see cref="Url"/>.</summary>
    public ArticleId Id => ArticleId.FromCanonicalUrl(Url);

    /// <summary>Canonical URL, without tracking parameters: the article's identity.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>The outlet's proper name ("CNN", never "cnn.com"), or null where it is not known.</summary>
    public string? Publisher { get; init; }

    public string? Author { get; init; }

    /// <summary>When it was first published, as exactly as its source says.</summary>
    public PartialDate? PublishedAt { get; init; }

    /// <summary>When its publisher last changed it, where that is said.</summary>
    public PartialDate? UpdatedAt { get; init; }

    /// <summary>When this text came into the corpus.</summary>
    public required DateTimeOffset RetrievedAt { get; init; }

    /// <summary>BCP 47 tag ("en"), or null where it is not known.</summary>
    public string? Language { get; init; }

    public SourceKind SourceKind { get; init; } = SourceKind.Independent;

    /// <summary>The text as it came: paragraphs separated by blank lines; cleaning masks it, nothing edits it.</summary>
    public required string Body { get; init; }

    /// <summary>1 when it first came in, one more each time its content changed.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Articles with one group are copies of one text and count as one voice; the group is named after its first article.</summary>
    public ArticleId IndependenceGroup { get; init; }
}

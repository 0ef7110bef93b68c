using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Ingestion;

/// <summary>An article as it was read, before it is compared with what the corpus holds.</summary>
public sealed record ArticleDraft
{
    /// <summary>Canonical URL (see <see cref="CanonicalUrl"/>); a file:// address for a page that names none.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>Proper name (see <see cref="PublisherNames"/>), or null where it is not known.</summary>
    public string? Publisher { get; init; }

    /// <summary>Names joined by ", ".</summary>
    public string? Author { get; init; }

    public PartialDate? PublishedAt { get; init; }

    public PartialDate? UpdatedAt { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }

    public SourceKind SourceKind { get; init; } = SourceKind.Independent;

    /// <summary>Paragraphs separated by blank lines; never blank, at most <see cref="RawArticle.MaxBodyChars"/> characters.</summary>
    public required string Body { get; init; }

    /// <summary>Where it was read: "news.jsonl:12" or "page.html".</summary>
    public required string Origin { get; init; }
}

using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Ingestion;

/// <summary>What a page says about its article outside the text.</summary>
internal sealed record PageMetadata
{
    public string? Title { get; init; }

    public string? SiteName { get; init; }

    public string? Author { get; init; }

    public PartialDate? PublishedAt { get; init; }

    public PartialDate? UpdatedAt { get; init; }

    public string? Language { get; init; }

    /// <summary>Absolute address that the page gives itself, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The text as the page's data repeat it for search engines, or null.</summary>
    public string? Body { get; init; }
}

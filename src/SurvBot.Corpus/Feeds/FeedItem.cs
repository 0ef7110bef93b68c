using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Feeds;

/// <summary>One announcement in a feed: where an article is and what is said of it there.</summary>
public sealed record FeedItem
{
    /// <summary>The publisher's own name for it, exactly as written; not always an address.</summary>
    public string? Id { get; init; }

    /// <summary>The article's address; an item without one announces nothing that can be fetched.</summary>
    public string? Link { get; init; }

    public string? Title { get; init; }

    public PartialDate? Published { get; init; }

    public PartialDate? Updated { get; init; }

    public IReadOnlyList<FeedAuthor> Authors { get; init; } = [];

    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>The teaser, or the beginning of the text where the feed has it whole.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whose article it is, where the feed is somebody else's.</summary>
    public string? Publisher { get; init; }
}

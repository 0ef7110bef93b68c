using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Feeds.Rss;

/// <summary>An item as RSS writes it.</summary>
internal sealed class RssItem
{
    /// <summary>rdf:about of RSS 1.0.</summary>
    public string? About { get; set; }

    public string? Title { get; set; }

    public string? DcTitle { get; set; }

    public string? Link { get; set; }

    /// <summary>The address before FeedBurner counted clicks with its own.</summary>
    public string? OriginalLink { get; set; }

    public string? Guid { get; set; }

    public bool IsPermaLink { get; set; } = true;

    public string? PermaLink { get; set; }

    public PartialDate? PubDate { get; set; }

    public PartialDate? DcDate { get; set; }

    public PartialDate? Modified { get; set; }

    public List<FeedAuthor> Authors { get; } = [];

    public List<FeedAuthor> Creators { get; } = [];

    public List<FeedLink> Enclosures { get; } = [];

    public List<FeedLink> AtomLinks { get; } = [];

    public string? Description { get; set; }

    public string? Content { get; set; }

    public List<string> Categories { get; } = [];

    public string? Source { get; set; }
}

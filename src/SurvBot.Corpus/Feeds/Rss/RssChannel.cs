using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Feeds.Rss;

/// <summary>A channel as RSS 0.9x, 1.0 and 2.0 write it, with the vocabularies that are used beside it.</summary>
internal sealed class RssChannel
{
    public string Format { get; set; } = "RSS";

    public string? Title { get; set; }

    public string? DcTitle { get; set; }

    public string? Link { get; set; }

    public string? Language { get; set; }

    public PartialDate? PubDate { get; set; }

    public PartialDate? DcDate { get; set; }

    public PartialDate? LastBuildDate { get; set; }

    public PartialDate? Modified { get; set; }

    public List<FeedAuthor> ManagingEditors { get; } = [];

    public List<FeedAuthor> Creators { get; } = [];

    public List<FeedLink> AtomLinks { get; } = [];

    /// <summary>Minutes.</summary>
    public string? Ttl { get; set; }

    /// <summary>"hourly", "daily", "weekly", "monthly" or "yearly" (RSS 1.0's syndication module).</summary>
    public string? UpdatePeriod { get; set; }

    /// <summary>How often in a period.</summary>
    public string? UpdateFrequency { get; set; }

    public List<RssItem> Items { get; } = [];
}

using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Feeds;

/// <summary>What a feed said when it was read, the same for every format; texts are plain, addresses absolute http or https.</summary>
public sealed record Feed
{
    /// <summary>Most items that are taken of one feed; the rest is left out.</summary>
    public const int MaxItems = 5_000;

    /// <summary>"RSS 2.0", "Atom 1.0", "JSON Feed 1.1", …</summary>
    public required string Format { get; init; }

    public string? Title { get; init; }

    /// <summary>The site that the feed belongs to.</summary>
    public string? Link { get; init; }

    /// <summary>BCP 47 tag, or null.</summary>
    public string? Language { get; init; }

    public PartialDate? Published { get; init; }

    public PartialDate? Updated { get; init; }

    public IReadOnlyList<FeedAuthor> Authors { get; init; } = [];

    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>How long the publisher asks to wait before the feed is fetched again.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>In the feed's own order.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>Whether the feed was ill-formed and had to be mended to be read.</summary>
    public bool IsRepaired { get; init; }
}

namespace SurvBot.Corpus.Feeds;

/// <summary>What became of some bytes that should be a feed: a <see cref="FeedRead"/> or an <see cref="UnreadableFeed"/>.</summary>
public abstract record FeedOutcome;

/// <summary>A feed, perhaps without items.</summary>
public sealed record FeedRead(Feed Feed) : FeedOutcome;

/// <summary>Something that is no feed.</summary>
/// <param name="Reason">Why, in plain English, one line without a full stop.</param>
/// <param name="Announced">Feeds that it names, where it is a web page.</param>
public sealed record UnreadableFeed(string Reason, IReadOnlyList<AnnouncedFeed> Announced) : FeedOutcome
{
    public UnreadableFeed(string reason) : this(reason, [])
    {
    }
}

/// <summary>A feed that a web page names.</summary>
/// <param name="Address">Absolute, http or https.</param>
/// <param name="Title">What the page calls it, or null.</param>
public sealed record AnnouncedFeed(string Address, string? Title);

using SurvBot.Corpus.Fetching;

namespace SurvBot.Corpus.Feeds.Following;

/// <summary>A feed as its table has it.</summary>
internal sealed record FeedRow
{
    public string Address { get; init; } = "";

    /// <summary>The address to look for, where it changes.</summary>
    public string? Before { get; init; }

    public string? Title { get; init; }

    public string? Site { get; init; }

    public string? Heading { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    public long Rhythm { get; init; }

    public long NextPoll { get; init; }

    public long? PolledAt { get; init; }

    public long? ChangedAt { get; init; }

    public int Polls { get; init; }

    public int Errors { get; init; }

    public string? LastError { get; init; }

    public string? Disabled { get; init; }

    public int Waiting { get; init; }

    public int Taken { get; init; }

    public int LeftOut { get; init; }

    public static FeedRow Of(FollowedFeed feed) => new()
    {
        Address = feed.Address,
        Title = feed.Title,
        Site = feed.Site,
        Heading = feed.Group,
        Etag = feed.Validators.ETag,
        LastModified = feed.Validators.LastModified,
        Rhythm = (long)feed.Rhythm.TotalMilliseconds,
        NextPoll = feed.NextPoll.ToUnixTimeMilliseconds(),
        PolledAt = feed.PolledAt?.ToUnixTimeMilliseconds(),
        ChangedAt = feed.ChangedAt?.ToUnixTimeMilliseconds(),
        Polls = feed.Polls,
        Errors = feed.Errors,
        LastError = feed.LastError,
        Disabled = feed.Disabled,
    };

    public FollowedFeed ToFeed() => new()
    {
        Address = Address,
        Title = Title,
        Site = Site,
        Group = Heading,
        Validators = new Validators(Etag, LastModified),
        Rhythm = TimeSpan.FromMilliseconds(Rhythm),
        NextPoll = Instant(NextPoll)!.Value,
        PolledAt = Instant(PolledAt),
        ChangedAt = Instant(ChangedAt),
        Polls = Polls,
        Errors = Errors,
        LastError = LastError,
        Disabled = Disabled,
        Yield = new FeedYield(Waiting, Taken, LeftOut),
    };

    private static DateTimeOffset? Instant(long? milliseconds) => milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
}

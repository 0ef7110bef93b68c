using SurvBot.Corpus.Fetching;

namespace SurvBot.Corpus.Feeds.Following;

/// <summary>A feed that is polled, and how that goes.</summary>
public sealed record FollowedFeed
{
    /// <summary>Absolute, http or https: its identity.</summary>
    public required string Address { get; init; }

    public string? Title { get; init; }

    public string? Site { get; init; }

    /// <summary>The heading that it stood under in the list it came with.</summary>
    public string? Group { get; init; }

    /// <summary>What the server is asked by whether anything changed.</summary>
    public Validators Validators { get; init; } = Validators.None;

    /// <summary>From one poll to the next, by how often it announces something.</summary>
    public TimeSpan Rhythm { get; init; } = PollRhythm.First;

    public required DateTimeOffset NextPoll { get; init; }

    public DateTimeOffset? PolledAt { get; init; }

    /// <summary>When it last announced something new or changed.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public int Polls { get; init; }

    /// <summary>Failures since the last success.</summary>
    public int Errors { get; init; }

    public string? LastError { get; init; }

    /// <summary>Why it is not polled any more; null while it is.</summary>
    public string? Disabled { get; init; }

    /// <summary>What its items became.</summary>
    public FeedYield Yield { get; init; } = new(0, 0, 0);
}

/// <summary>What a feed's announced items became.</summary>
/// <param name="Waiting">To be fetched.</param>
/// <param name="Taken">In the corpus.</param>
/// <param name="LeftOut">Given up, each with a reason.</param>
public sealed record FeedYield(int Waiting, int Taken, int LeftOut);

using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>What should be told in order.</summary>
/// <param name="Subject">About whom or what, in the asker's words.</param>
public sealed record TimelineRequest(string Subject)
{
    /// <summary>Nothing that ended before it; null for no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Nothing that began at or after it; null for no bound.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only what is new or changed since the beginning of this date; null for everything.</summary>
    public PartialDate? Since { get; init; }
}

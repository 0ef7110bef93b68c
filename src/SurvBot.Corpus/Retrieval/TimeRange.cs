using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Retrieval;

/// <summary>Which date a time range speaks of.</summary>
public enum TimeAxis
{
    /// <summary>When articles were published: "this week", "the latest".</summary>
    Published,

    /// <summary>When things happened, wherever the text says so: "in March 2018".</summary>
    Event,
}

/// <summary>A stretch of time that a question asks about; half-open, null is open.</summary>
/// <param name="From">First instant.</param>
/// <param name="To">First instant after it.</param>
/// <param name="Axis">What lies in it.</param>
/// <param name="Phrase">The question's own words for it.</param>
public sealed record TimeRange(DateTimeOffset? From, DateTimeOffset? To, TimeAxis Axis, string Phrase)
{
    /// <summary>Whether <paramref name="date"/> can lie in the range.</summary>
    public bool Touches(PartialDate date) => date.Overlaps(From, To);
}

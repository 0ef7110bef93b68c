using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Claims;

/// <summary>When a claim holds.</summary>
/// <param name="From">First instant.</param>
/// <param name="To">First instant after it.</param>
/// <param name="IsStated">Whether the sentence says so; otherwise it is taken from when the article was published.</param>
/// <param name="Date">The same for people.</param>
public sealed record Moment(DateTimeOffset From, DateTimeOffset To, bool IsStated, PartialDate Date)
{
    private static readonly TimeSpan Short = TimeSpan.FromDays(100);

    /// <summary>Whether it is told more exactly than by a year.</summary>
    public bool IsShort => To - From <= Short;

    /// <summary>
    /// Whether both speak of one time. An article of "2018" and one of April 2018 need not; what two sentences both date to 2018 does.
    /// </summary>
    public bool IsOneWith(Moment other) => From < other.To && other.From < To && ((IsShort && other.IsShort) || (IsStated && other.IsStated));

    /// <summary>Whether one is over before the other begins.</summary>
    public bool IsApartFrom(Moment other) => To <= other.From || other.To <= From;
}

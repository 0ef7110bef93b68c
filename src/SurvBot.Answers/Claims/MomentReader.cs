using System.Text.RegularExpressions;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Claims;

/// <summary>Reads when an amount held: the time that is said beside it, else the days around its article's publication.</summary>
internal static partial class MomentReader
{
    // News of one matter come out over some days.
    private static readonly TimeSpan AroundPublication = TimeSpan.FromDays(15);

    /// <summary>Null where neither the sentence nor the article has a date.</summary>
    public static Moment? Of(Clause clause, TextSpan amount, PartialDate? published)
    {
        var stretch = Clause.StretchAround(clause.Sentence, amount);
        // "After a round in April, it now claims …": the April is not that of the claim.
        string? said = HasDate(stretch.Text) ? stretch.Text : Now().IsMatch(stretch.Text) ? null : clause.Text;
        if (said is not null && Stated(said, published) is { } stated)
            return stated;
        return published is { } date ? new Moment(Before(date.Start), After(date.End), false, date) : null;
    }

    private static Moment? Stated(string text, PartialDate? published)
    {
        // Without a day of publication only a full date tells something.
        if (published is null && !Year().IsMatch(text))
            return null;
        var now = published is { } date ? date.End.AddTicks(-1) : Unpublished;
        return TimeExpressions.Find(text, now) is { From: { } from, To: { } to } ? new Moment(from, to, true, DateOf(from, to)) : null;
    }

    private static bool HasDate(string text) => TimeExpressions.Find(text, Unpublished) is not null;

    private static PartialDate DateOf(DateTimeOffset from, DateTimeOffset to) =>
        (from.Day, from.Month, to - from) switch
        {
            (1, 1, { TotalDays: >= 365 }) => PartialDate.OfYear(from.Year),
            (1, _, { TotalDays: >= 28 }) => PartialDate.OfMonth(from.Year, from.Month),
            _ => PartialDate.OfDay(from.Year, from.Month, from.Day),
        };

    private static DateTimeOffset Before(DateTimeOffset instant) => instant - DateTimeOffset.MinValue > AroundPublication ? instant - AroundPublication : instant;

    private static DateTimeOffset After(DateTimeOffset instant) => DateTimeOffset.MaxValue - instant > AroundPublication ? instant + AroundPublication : instant;

    private static readonly DateTimeOffset Unpublished = new(2000, 12, 31, 0, 0, 0, TimeSpan.Zero);

    [GeneratedRegex(@"\b(now|currently|today|at present)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Now();

    [GeneratedRegex(@"\b(19|20)\d\d\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}

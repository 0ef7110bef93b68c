using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>Finds dates that are told from the day of publication: "on Tuesday", "last week", "two years ago".</summary>
internal static partial class SpokenDates
{
    /// <summary>Every such date. One that is finer than the publication's is known to be a date, but not which.</summary>
    public static IEnumerable<DateMention> In(string sentence, PartialDate? published) =>
        Spoken().Matches(sentence).Select(match => new DateMention(match.Index, match.Index + match.Length, published is { } known ? Read(match, known) : null, match.Groups["bound"].Success));

    private static PartialDate? Read(Match match, PartialDate published)
    {
        if (Needed(match) > published.Precision)
            return null;
        var day = published.Start.UtcDateTime.Date;
        int back = match.Groups["last"].Success ? 1 : match.Groups["count"] is { Success: true } count ? Count(count.Value) : 0;
        // Weeks around the first and the last day of the calendar would lie outside of it.
        if (day.Year - back < 2 || day.Year >= DateTime.MaxValue.Year)
            return null;
        var monday = day.AddDays(-DaysSince(DayOfWeek.Monday, day));
        return Unit(match) switch
        {
            "yesterday" or "night" => Covering(day.AddDays(-1), day.AddDays(-1)),
            "today" or "tonight" => Covering(day, day),
            "day" => Covering(day.AddDays(-back), day.AddDays(-back)),
            "week" => Covering(monday.AddDays(-7 * back), monday.AddDays(-7 * back + 6)),
            "weekend" => Covering(Before(day, DayOfWeek.Sunday).AddDays(-1), Before(day, DayOfWeek.Sunday)),
            "month" => PartialDate.OfMonth(day.AddMonths(-back).Year, day.AddMonths(-back).Month),
            "year" => PartialDate.OfYear(day.Year - back),
            var weekday => Weekday(day, Enum.Parse<DayOfWeek>(weekday, ignoreCase: true), back > 0),
        };
    }

    private static string Unit(Match match) => match.Groups["unit"].Value.ToLowerInvariant();

    /// <summary>How exactly the publication must be known.</summary>
    private static DatePrecision Needed(Match match) => Unit(match) switch
    {
        "year" => DatePrecision.Year,
        "month" => DatePrecision.Month,
        _ => DatePrecision.Day,
    };

    /// <summary>The finest date that all of these days lie in: a week is known by its month, or by its year where it runs over into another month.</summary>
    private static PartialDate? Covering(DateTime first, DateTime last) =>
        first == last ? PartialDate.OfDay(first.Year, first.Month, first.Day)
        : first.Year != last.Year ? null
        : first.Month == last.Month ? PartialDate.OfMonth(first.Year, first.Month)
        : PartialDate.OfYear(first.Year);

    /// <summary>The nearest such day up to today; "last Tuesday" is before today.</summary>
    private static PartialDate Weekday(DateTime day, DayOfWeek weekday, bool isBefore)
    {
        var date = isBefore ? Before(day, weekday) : day.AddDays(-DaysSince(weekday, day));
        return PartialDate.OfDay(date.Year, date.Month, date.Day);
    }

    private static DateTime Before(DateTime day, DayOfWeek weekday) => day.AddDays(-1 - DaysSince(weekday, day.AddDays(-1)));

    private static int DaysSince(DayOfWeek weekday, DateTime day) => ((int)day.DayOfWeek - (int)weekday + 7) % 7;

    private static int Count(string text) => int.TryParse(text, out int number) ? number : Array.IndexOf(Numbers, text.ToLowerInvariant()) is var i and > 0 ? i : 1;

    private static readonly string[] Numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private const string Coming = "next|coming|every|each|following|more than|less than|fewer than|over|nearly|almost";

    // "A few weeks ago", "more than two years ago" and "recently" give no date.
    [GeneratedRegex($@"(?<!\b({Coming})\s+)\b((?<bound>since|until|till|by|before|from)\s+)?((?<unit>yesterday|today|tonight)\b|(?<last>last)\s+(?<unit>night|weekend|week|month|year)\b|over\s+the\s+(?<unit>weekend)\b|\b(earlier\s+|later\s+)?this\s+(?<unit>week|month|year)\b|\b(?<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|[1-9][0-9]?)\s+(?<unit>day|week|month|year)s?\s+(ago|earlier)\b|((?<last>last)\s+|(on|this|late|early)\s+)?\b(?<unit>(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Spoken();
}

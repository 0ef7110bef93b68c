using System.Globalization;
using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Understanding;

/// <summary>Reads the time that a question asks about.</summary>
public static partial class TimeExpressions
{
    /// <summary>
    /// The first time expression of <paramref name="question"/> as a range: "this week" and other words relative to <paramref name="asOf"/> speak of publication,
    /// "in March 2018" and other dates of what happened. Null where there is none.
    /// </summary>
    public static TimeRange? Find(string question, DateTimeOffset asOf)
    {
        var today = new DateTimeOffset(asOf.UtcDateTime.Date, TimeSpan.Zero);
        if (Relative().Match(question) is { Success: true } relative && ReadRelative(relative, today) is { } range)
            return range with { Phrase = relative.Value.Trim() };
        if (Between().Match(question) is { Success: true } between && ReadDate(between.Groups["a"].Value, today) is { } first && ReadDate(between.Groups["b"].Value, today) is { } last)
        {
            // "Between 2020 and 2018" means the same as the other way round.
            var (from, to) = last.End <= first.Start ? (last, first) : (first, last);
            return new TimeRange(from.Start, to.End, TimeAxis.Event, between.Value.Trim());
        }
        foreach (Match match in Dated().Matches(question))
        {
            if (ReadDate(match.Groups["date"].Value, today) is not { } date)
                continue;
            string word = Opening().Match(question[..match.Index]) is { Success: true } opening ? opening.Groups["word"].Value : match.Groups["word"].Value;
            return word.ToLowerInvariant() switch
            {
                "since" or "after" or "from" => new TimeRange(word.Equals("after", StringComparison.OrdinalIgnoreCase) ? date.End : date.Start, null, TimeAxis.Event, match.Value.Trim()),
                "before" => new TimeRange(null, date.Start, TimeAxis.Event, match.Value.Trim()),
                "until" or "till" or "by" => new TimeRange(null, date.End, TimeAxis.Event, match.Value.Trim()),
                _ => new TimeRange(date.Start, date.End, TimeAxis.Event, match.Value.Trim()),
            };
        }
        return null;
    }

    private static TimeRange? ReadRelative(Match match, DateTimeOffset today)
    {
        DateTimeOffset tomorrow = today.AddDays(1), monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), month = new(today.Year, today.Month, 1, 0, 0, 0, TimeSpan.Zero), year = new(today.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        string unit = match.Groups["unit"].Value.ToLowerInvariant().TrimEnd('s'), which = match.Groups["which"].Value.ToLowerInvariant();
        int count = match.Groups["count"] is { Success: true } n ? ReadCount(n.Value) : 1;
        // "Last year" is a calendar year; "over the last year" is twelve months.
        bool isCalendar = !match.Groups["count"].Success && !match.Groups["over"].Success;
        (DateTimeOffset From, DateTimeOffset To)? range = (which, unit) switch
        {
            ("today", _) => (today, tomorrow),
            ("yesterday", _) => (today.AddDays(-1), today),
            // News of "this week" is asked for on its Monday too: the last seven days, or since Monday, whichever is longer.
            ("this", "week") => (today.AddDays(-6) < monday ? today.AddDays(-6) : monday, tomorrow),
            ("this", "month") => (month, tomorrow),
            ("this", "year") => (year, tomorrow),
            ("last" or "previous", "week") when isCalendar => (monday.AddDays(-7), monday),
            ("last" or "previous", "month") when isCalendar => (month.AddMonths(-1), month),
            ("last" or "previous", "year") when isCalendar => (year.AddYears(-1), year),
            ("last" or "past" or "previous", "day") => (today.AddDays(-count), tomorrow),
            ("last" or "past" or "previous", "week") => (today.AddDays(-7 * count), tomorrow),
            ("last" or "past" or "previous", "month") => (today.AddMonths(-count), tomorrow),
            ("last" or "past" or "previous", "year") => (today.AddYears(-count), tomorrow),
            _ => null,
        };
        return range is var (from, to) ? new TimeRange(from, to, TimeAxis.Published, "") : null;
    }

    private static int ReadCount(string text) => int.TryParse(text, out int number) ? Math.Clamp(number, 1, 1000) : text.ToLowerInvariant() switch
    {
        "two" or "couple of" => 2,
        "three" or "few" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "ten" => 10,
        "twelve" => 12,
        _ => 1,
    };

    private static PartialDate? ReadDate(string text, DateTimeOffset today)
    {
        if (PartialDate.TryParse(text, out var iso))
            return iso;
        var match = Written().Match(text);
        if (!match.Success)
            return null;
        int month = match.Groups["month"] is { Success: true } name ? Months.TakeWhile(m => !name.Value.StartsWith(m, StringComparison.OrdinalIgnoreCase)).Count() + 1 : 0;
        int day = match.Groups["day"] is { Success: true } d ? int.Parse(d.Value, CultureInfo.InvariantCulture) : 0;
        // A month without a year is the last one that has begun.
        int year = match.Groups["year"] is { Success: true } y ? int.Parse(y.Value, CultureInfo.InvariantCulture) : month > today.Month ? today.Year - 1 : today.Year;
        if (month == 0)
            return PartialDate.OfYear(year);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? PartialDate.OfDay(year, month, day) : PartialDate.OfMonth(year, month);
    }

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string MonthName = "(?<month>Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)";

    private const string Year = @"(?<year>(19|20)\d\d)";

    // "May" and "March" without a year or day are left alone: they are verbs as often.
    private const string DatePattern = @"\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\.?\s+(\d{1,2}(st|nd|rd|th)?,?\s+)?(of\s+)?(19|20)\d\d|\d{1,2}(st|nd|rd|th)?\s+(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\.?,?\s+(19|20)\d\d|(January|February|April|June|July|August|September|October|November|December)(\s+\d{1,2}(st|nd|rd|th)?)?|(19|20)\d\d";

    [GeneratedRegex(@"\b(?<which>today|yesterday)\b|\b(?<over>(over|in|during|within|for|of)\s+the\s+)?(?<which>this|last|past|previous)\s+((?<count>\d{1,3}|two|three|four|five|six|ten|twelve|few|couple of)\s+)?(?<unit>days?|weeks?|months?|years?)\b", Options)]
    private static partial Regex Relative();

    [GeneratedRegex($@"\b(between|from)\s+(?<a>{DatePattern})\s+(and|to|until|till|through|–|-)\s+(?<b>{DatePattern})", Options)]
    private static partial Regex Between();

    [GeneratedRegex($@"\b((?<word>since|after|from|before|until|till|by|in|on|during|of|for)\s+(early\s+|late\s+|mid-?\s*|the\s+|year\s+|end of\s+|spring\s+|summer\s+|autumn\s+|fall\s+|winter\s+)*)?(?<![$€£]\s?|\d[.,])(?<date>{DatePattern})(?!\s*[%$€£]|\d|[,.]\d)\b", Options)]
    private static partial Regex Dated();

    // "Since the invasion began on 24 February": the date is that of a thing that something else is since.
    [GeneratedRegex(@"\b(?<word>since|after|before|until)\s+([\w'’-]+\s+){1,8}$", Options)]
    private static partial Regex Opening();

    [GeneratedRegex($@"^((?<day>\d{{1,2}})(st|nd|rd|th)?\s+)?{MonthName}\.?(\s+(?<day>\d{{1,2}})(st|nd|rd|th)?\b)?,?(\s+of)?(\s+{Year})?$|^{Year}$", Options)]
    private static partial Regex Written();
}

using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>Finds dates that are written out: "on April 9, 2018", "9 April", "in March", "in 2019".</summary>
internal static partial class WrittenDates
{
    // Back to the next leap year but one, for a 29 February without a year.
    private const int MostYearsBack = 8;

    /// <summary>Every written date; one without its year is the nearest that is not after <paramref name="published"/>.</summary>
    public static IEnumerable<DateMention> In(string sentence, PartialDate? published) =>
        Written().Matches(sentence).Select(match => new DateMention(match.Index, match.Index + match.Length, Read(match, published), match.Groups["bound"].Success));

    private static PartialDate? Read(Match match, PartialDate? published)
    {
        int month = match.Groups["month"] is { Success: true } name ? MonthNames.Read(name.ValueSpan) : Number(match, "m");
        int day = Number(match, "day");
        return Number(match, "year") switch
        {
            0 => published is { } known ? WithoutYear(month, day, known, match.Groups["last"].Success) : null,
            var year => Date(year, month, day),
        };
    }

    /// <summary>The year is what is missing, so that a publication whose month is known tells it.</summary>
    private static PartialDate? WithoutYear(int month, int day, PartialDate published, bool isBefore)
    {
        if (published.Precision == DatePrecision.Year)
            return null;
        int year = published.Start.Year, oldest = Math.Max(1, year - MostYearsBack);
        for (; year >= oldest; year--)
            if (Date(year, month, day) is { } date && date.Start < published.End && !(isBefore && date.Overlaps(published.Start, published.End)))
                return date;
        return null;
    }

    private static PartialDate? Date(int year, int month, int day)
    {
        if (year is < 1 or > 9998 || month is < 0 or > 12)
            return null;
        if (month == 0 || day == 0)
            return month == 0 ? PartialDate.OfYear(year) : PartialDate.OfMonth(year, month);
        return day <= DateTime.DaysInMonth(year, month) ? PartialDate.OfDay(year, month, day) : null;
    }

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan) : 0;

    private const string Month = @"(?<month>Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\b\.?";

    private const string Day = "(?<day>[1-9]|[12][0-9]|3[01])(st|nd|rd|th)?";

    private const string Year = "(?<year>(19|20)[0-9]{2})";

    private const string Bound = @"\b((?<bound>[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Tt]hrough|[Aa]fter|[Ff]rom|[Bb]etween)\s+((early|late|the end of|the start of|mid)[\s-]+)?)?";

    // What makes a bare month or year a date: "May" and "March" are verbs as often, and 2000 may be a count.
    private const string Lead = @"([Ii]n|[Dd]uring|[Tt]hroughout|[Ll]ate|[Ee]arly|[Mm]id|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|(?<last>[Ll]ast)|[Tt]his|year)(\s+of)?[\s-]+((early|late|mid|the (spring|summer|autumn|fall|winter) of|(spring|summer|autumn|fall|winter)( of)?)[\s-]+)?";

    [GeneratedRegex($@"{Bound}(\b{Year}-(?<m>[0-9]{{2}})-(?<day>[0-9]{{2}})\b|\b{Month}\s+{Day}\b(,?\s+{Year}\b)?(?![.,]?[0-9%])|\b{Day}\s+(of\s+)?{Month}(,?\s+{Year}\b)?|\b{Month},?\s+(of\s+)?{Year}\b|\b(?<=\b{Lead}|\b(since|until|till|by|before|through|after|from|between)\s+)({Month}|{Year}\b)(?![.,]?[0-9%]|\s+(million|billion|percent|per cent|people|cameras)))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}

using System.Globalization;
using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Feeds.Dates;

/// <summary>Reads the dates that feeds carry: W3CDTF and ISO 8601, RFC 822 in all its misspellings, asctime, SQL, and the words of some other languages.</summary>
/// <remarks>A time without an offset is taken as UTC. What may mean two days ("04/05/2018") is no date.</remarks>
internal static partial class FeedDate
{
    private const int MaxChars = 100, LeastYear = 1800;

    /// <summary>The date as precisely as it is written; null for what is none.</summary>
    public static PartialDate? Read(string? text)
    {
        string? trimmed = text?.Trim();
        if (trimmed is not { Length: >= 4 and <= MaxChars })
            return null;
        return Iso(trimmed) ?? Ordinal(trimmed) ?? Written(trimmed);
    }

    private static PartialDate? Iso(string text)
    {
        var match = IsoShape().Match(text);
        if (!match.Success)
            return null;
        int year = Number(match, "y"), month = match.Groups["m"].Success ? Number(match, "m") : 1, day = match.Groups["d"].Success ? Number(match, "d") : 1;
        if (!IsDay(year, month, day))
            return null;
        if (match.Groups["h"].Success)
            return At(year, month, day, match);
        return match.Groups["d"].Success ? PartialDate.OfDay(year, month, day)
            : match.Groups["m"].Success ? PartialDate.OfMonth(year, month)
            : PartialDate.OfYear(year);
    }

    // "2003-335": the 335th day.
    private static PartialDate? Ordinal(string text)
    {
        var match = OrdinalShape().Match(text);
        int year = match.Success ? Number(match, "y") : 0, number = match.Success ? Number(match, "n") : 0;
        if (year < LeastYear || number < 1 || number > (DateTime.IsLeapYear(year) ? 366 : 365))
            return null;
        var day = new DateTime(year, 1, 1).AddDays(number - 1);
        return PartialDate.OfDay(day.Year, day.Month, day.Day);
    }

    /// <summary>A time somewhere, a month's name somewhere, and the numbers that are left.</summary>
    private static PartialDate? Written(string text)
    {
        var time = TimeShape().Match(text);
        string rest = time.Success ? text.Remove(time.Index, time.Length) : text;
        int? month = Letters().Matches(rest).Select(word => MonthWords.Find(word.Value)).FirstOrDefault(found => found is not null);
        string[] numbers = [.. Digits().Matches(rest).Select(number => number.Value).Take(4)];
        if (DayOf(numbers, month) is not { } day)
            return null;
        return time.Success ? At(day.Year, day.Month, day.Day, time) : PartialDate.OfDay(day.Year, day.Month, day.Day);
    }

    private static (int Year, int Month, int Day)? DayOf(string[] numbers, int? month)
    {
        (int Year, int Month, int Day)? day = (numbers, month) switch
        {
            ([{ Length: 4 } year, var number, ..], { } named) => (Value(year), named, Value(number)),
            ([var number, var year, ..], { } named) => (Year(year), named, Value(number)),
            ([{ Length: 4 } year, var second, var third, ..], null) => (Value(year), Value(second), Value(third)),
            ([var first, var second, { Length: 4 } year, ..], null) when Value(first) > 12 => (Value(year), Value(second), Value(first)),
            ([var first, var second, { Length: 4 } year, ..], null) when Value(second) > 12 => (Value(year), Value(first), Value(second)),
            _ => null,
        };
        return day is { } found && IsDay(found.Year, found.Month, found.Day) ? day : null;
    }

    private static PartialDate? At(int year, int month, int day, Match time)
    {
        int hour = Number(time, "h"), minute = Number(time, "mi"), second = time.Groups["s"].Success ? Number(time, "s") : 0;
        if (time.Groups["pm"].Success)
            hour = hour % 12 + (time.Groups["pm"].Value[0] is 'p' or 'P' or '오' && !time.Groups["pm"].Value.EndsWith('전') ? 12 : 0);
        if (hour > 24 || minute > 59 || second > 60 || TimeZones.Offset(time.Groups["zone"].Value) is not { } offset)
            return null;
        double fraction = time.Groups["f"].Success ? double.Parse($"0.{time.Groups["f"].Value}", CultureInfo.InvariantCulture) : 0;
        // Hour 24 is the next day's first, second 60 a leap second: adding knows both.
        var local = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59) + fraction);
        return PartialDate.OfInstant(local - offset);
    }

    private static bool IsDay(int year, int month, int day) => year is >= LeastYear and <= 9990 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Number(Match match, string group) => Value(match.Groups[group].Value);

    private static int Value(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // Two digits as RFC 2822, 4.3 has them, but for years that have not come yet.
    private static int Year(string digits) => Value(digits) is var year && digits.Length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;

    [GeneratedRegex(@"^(?<y>\d{4})(-(?<m>\d{1,2})(-(?<d>\d{1,2}))?|(?<m>\d{2})(?<d>\d{2}))?([Tt\s]\s*(?<h>\d{1,2}):?(?<mi>\d{2})(:?(?<s>\d{2})([.,](?<f>\d{1,9})\d*)?)?\s*(?<zone>[A-Za-z]{0,5}([+-]\d{1,2}:?(\d{2})?)?))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex IsoShape();

    [GeneratedRegex(@"^(?<y>\d{4})-?(?<n>\d{3})$", RegexOptions.ExplicitCapture)]
    private static partial Regex OrdinalShape();

    [GeneratedRegex(@"(?<!\d)((?<pm>오전|오후)\s*)?(?<h>\d{1,2})[:.](?<mi>\d{2})([:.](?<s>\d{2})([.,](?<f>\d{1,9})\d*)?)?(?!\d)(\s*(?<pm>[AaPp]\.?[Mm]\b\.?))?(\s*(?<zone>([A-Za-z]{1,5}(?![A-Za-z]))?\s*([+-]\d{1,2}:?(\d{2})?(?!\d))?))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TimeShape();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?<!\d)\d{1,4}(?!\d)")]
    private static partial Regex Digits();
}

using System.Globalization;
using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Reads the dates that pages and data files carry, exactly as precisely as they are written.</summary>
internal static partial class SourceDate
{
    private static readonly string[] DayFormats =
        ["yyyyMMdd", "yyyy/M/d", "yyyy-M-d", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "dddd, MMMM d, yyyy", "ddd, MMM d, yyyy", "dddd, d MMMM yyyy"];

    private static readonly string[] MonthFormats = ["MMMM yyyy", "MMM yyyy", "MMMM, yyyy", "yyyy/MM"];

    private static readonly string[] InstantFormats =
        ["yyyyMMddHHmmss", "yyyyMMdd'T'HHmmssK", "yyyyMMdd'T'HHmmK", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "ddd, d MMM yyyy HH:mm:ss zzz", "ddd MMM dd HH:mm:ss zzz yyyy", "ddd MMM dd HH:mm:ss 'UTC' yyyy"];

    /// <summary>ISO 8601 in any precision, RFC 1123, "20180411" and dates in English words; a time without offset is taken as UTC.</summary>
    /// <remarks>Dates such as "04/11/2018" are refused: they mean two different days.</remarks>
    public static bool TryRead(string text, out PartialDate date)
    {
        string trimmed = text.Trim();
        if (PartialDate.TryParse(trimmed, out date))
            return date.Start.Year >= 1800;
        if (trimmed.Length is < 6 or > 60)
            return false;

        string plain = AbbreviatedSept().Replace(WeekdayDot().Replace(trimmed, "$1"), "Sep");
        if (DateTime.TryParseExact(plain, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            date = PartialDate.OfDay(day.Year, day.Month, day.Day);
        else if (DateTime.TryParseExact(plain, MonthFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            date = PartialDate.OfMonth(month.Year, month.Month);
        else if (DateTimeOffset.TryParseExact(plain, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            || DateTimeOffset.TryParseExact(plain, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant))
            date = PartialDate.OfInstant(instant);
        else
            return false;
        return date.Start.Year >= 1800;
    }

    [GeneratedRegex(@"\b([A-Z][a-z]{2})\.")]
    private static partial Regex WeekdayDot();

    [GeneratedRegex(@"\bSept\b\.?")]
    private static partial Regex AbbreviatedSept();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvBot.Corpus.Articles;

/// <summary>A date that is only as exact as its source: a year, a month, a day (all in UTC) or an instant.</summary>
/// <remarks>A date covers the half-open range <see cref="Start"/>..<see cref="End"/>; filters test overlap with it, never equality.</remarks>
public readonly partial record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(DateTimeOffset start, DatePrecision precision) => (Start, Precision) = (start, precision);

    /// <summary>First instant that the date covers.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>How much of <see cref="Start"/> the source really gave.</summary>
    public DatePrecision Precision { get; }

    /// <summary>First instant after the date; for an instant, one tick later.</summary>
    public DateTimeOffset End => Precision switch
    {
        DatePrecision.Year => Start.Year == 9999 ? DateTimeOffset.MaxValue : Start.AddYears(1),
        DatePrecision.Month => Start is { Year: 9999, Month: 12 } ? DateTimeOffset.MaxValue : Start.AddMonths(1),
        DatePrecision.Day => Start.Date == DateTime.MaxValue.Date ? DateTimeOffset.MaxValue : Start.AddDays(1),
        _ => Start.AddTicks(1),
    };

    /// <summary>A whole year.</summary>
    public static PartialDate OfYear(int year) => new(Utc(year, 1, 1), DatePrecision.Year);

    /// <summary>A whole month.</summary>
    public static PartialDate OfMonth(int year, int month) => new(Utc(year, month, 1), DatePrecision.Month);

    /// <summary>A whole UTC day.</summary>
    public static PartialDate OfDay(int year, int month, int day) => new(Utc(year, month, day), DatePrecision.Day);

    /// <summary>An instant, kept in UTC.</summary>
    public static PartialDate OfInstant(DateTimeOffset instant) => new(instant.ToUniversalTime(), DatePrecision.Instant);

    /// <summary>Reads "2018", "2018-04", "2018-04-11" or an ISO 8601 instant (no offset means UTC); false for anything else.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is null || IsoShape().Match(text.Trim()) is not { Success: true } match)
            return false;

        int year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        int month = match.Groups["m"] is { Success: true } m ? int.Parse(m.ValueSpan, CultureInfo.InvariantCulture) : 1;
        int day = match.Groups["d"] is { Success: true } d ? int.Parse(d.ValueSpan, CultureInfo.InvariantCulture) : 1;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;

        if (match.Groups["t"].Success)
        {
            if (!DateTimeOffset.TryParse(match.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
                return false;
            date = OfInstant(instant);
        }
        else if (match.Groups["d"].Success)
            date = OfDay(year, month, day);
        else if (match.Groups["m"].Success)
            date = OfMonth(year, month);
        else
            date = OfYear(year);
        return true;
    }

    /// <summary>Whether the date can lie in <paramref name="from"/>..<paramref name="to"/> (half-open; null is open).</summary>
    public bool Overlaps(DateTimeOffset? from, DateTimeOffset? to) => (to is null || Start < to) && (from is null || End > from);

    /// <summary>Orders by <see cref="Start"/>, then the more exact date last.</summary>
    public int CompareTo(PartialDate other) => Start.CompareTo(other.Start) is var order and not 0 ? order : Precision.CompareTo(other.Precision);

    /// <summary>The shortest ISO 8601 text with just the precision that is known; <see cref="TryParse"/> reads it back.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => Start.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Day => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Start.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
    };

    /// <summary>For people: "2018", "Apr 2018" or "11 Apr 2018".</summary>
    public string ToDisplayString() => Precision switch
    {
        DatePrecision.Year => Start.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => Start.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        _ => Start.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
    };

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    [GeneratedRegex(@"^(?<y>\d{4})(-(?<m>\d{2})(-(?<d>\d{2})(?<t>[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?)?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex IsoShape();
}

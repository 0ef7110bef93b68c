using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvBot.Corpus.Feeds.Dates;

/// <summary>What the end of a time means: "Z", "GMT", "+0200", "EST", "UTC+1".</summary>
internal static partial class TimeZones
{
    private static readonly (string Name, double Hours)[] Names =
    [
        ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7), ("MDT", -6), ("PST", -8), ("PDT", -7), ("AKST", -9), ("AKDT", -8), ("HST", -10), ("ET", -5),
        ("CT", -6), ("MT", -7), ("PT", -8), ("AST", -4), ("ADT", -3), ("NST", -3.5), ("NDT", -2.5), ("BST", 1), ("WET", 0), ("WEST", 1), ("CET", 1), ("CEST", 2),
        ("MEZ", 1), ("MESZ", 2), ("EET", 2), ("EEST", 3), ("MSK", 3), ("IST", 5.5), ("SGT", 8), ("HKT", 8), ("JST", 9), ("KST", 9), ("AEST", 10), ("AEDT", 11),
        ("NZST", 12), ("NZDT", 13),
    ];

    private static readonly FrozenDictionary<string, double> HoursOf = Names.ToFrozenDictionary(zone => zone.Name, zone => zone.Hours);

    /// <summary>From UTC; zero where nothing or an unknown name is said, null for what no clock shows.</summary>
    public static TimeSpan? Offset(string zone)
    {
        var match = Shape().Match(zone.Trim());
        if (!match.Groups["sign"].Success)
            return TimeSpan.FromHours(HoursOf.GetValueOrDefault(match.Groups["name"].Value.ToUpperInvariant()));
        int hours = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture), minutes = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        if (hours > 24 || minutes > 59)
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z]*)\s*((?<sign>[+-])(?<h>\d{1,2}):?(?<m>\d{2})?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

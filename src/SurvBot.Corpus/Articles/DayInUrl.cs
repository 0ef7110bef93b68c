using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvBot.Corpus.Articles;

/// <summary>Reads the day of publication that many publishers write into an article's address: "/2018/08/29/", "2018-08-29".</summary>
public static partial class DayInUrl
{
    /// <summary>The first such day; null where there is none.</summary>
    public static PartialDate? Find(string url)
    {
        foreach (Match match in Day().Matches(url))
            if (PartialDate.TryParse($"{match.Groups["y"].Value}-{Two(match, "m")}-{Two(match, "d")}", out var day))
                return day;
        return null;
    }

    private static string Two(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture).ToString("00", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<y>(19|20)[0-9]{2})(?<joint>[/-])(?<m>[0-9]{1,2})\k<joint>(?<d>[0-9]{1,2})(?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}

using System.Text.RegularExpressions;

namespace SurvBot.Answers.Claims;

/// <summary>Names of funding rounds: what is told of one is not told of another.</summary>
internal static partial class FundingRound
{
    /// <summary>"series c", "second", "ipo", "further"; empty where the round has no name.</summary>
    public static string In(string clause)
    {
        var match = Named().Match(clause);
        if (!match.Success)
            return "";
        return match.Groups["letter"] is { Success: true } letter ? $"series {letter.Value.ToLowerInvariant()}"
            : match.Groups["order"] is { Success: true } order ? order.Value.ToLowerInvariant()
            : match.Groups["offering"].Success ? "ipo" : "further";
    }

    /// <summary>Whether two names can mean one round. "A second round" is told apart from the one before it; "series C" may be left unsaid.</summary>
    public static bool MayBeOne(string one, string other) =>
        one == other || (one.Length == 0 && IsSeries(other)) || (other.Length == 0 && IsSeries(one));

    private static bool IsSeries(string name) => name.StartsWith("series", StringComparison.Ordinal);

    [GeneratedRegex(@"\bseries[\s-](?<letter>[a-h]\+{0,2})(?!\w)|\b(?<order>first|second|third|fourth|fifth|seed|angel|previous|earlier|next)\s+([\w-]+\s+){0,2}(round|funding|financing)\b|\b(?<offering>IPO|initial public offering)\b|\b(a further|another|additional)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}

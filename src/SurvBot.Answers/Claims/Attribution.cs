using System.Text.RegularExpressions;

namespace SurvBot.Answers.Claims;

/// <summary>Who says so, where a sentence tells.</summary>
internal static partial class Attribution
{
    private const int LongestName = 60;

    /// <summary>"CB Insights", "people familiar with the matter"; null where the article speaks for itself.</summary>
    public static string? In(string sentence)
    {
        var match = Said().Match(sentence);
        if (!match.Success)
            return null;
        string who = match.Groups["who"].Value.Trim();
        return who.Length is > 1 and <= LongestName ? who : null;
    }

    [GeneratedRegex(@"\b[Aa]ccording to (an? |the )?(analysis |analyst |report |firm |by |from )*(?<who>[^,.;:“”""]+?)(?=[,.;:]|$|\s(which|who|that|in)\s)|[“""]?(?<who>\b(\w+ )?(people|persons|sources?) (with knowledge of|familiar with|close to) the \w+)|\b(?<who>(the\s)?[A-Z][\w.&’'-]*(\s+[A-Z][\w.&’'-]*){0,3}(\ssource)?)\s+(says|said|reports|reported|estimates|estimated|claims|claimed|told)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}

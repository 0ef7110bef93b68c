using System.Text.RegularExpressions;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>A subject that names nobody: "anyone", "any city", "some companies".</summary>
internal static partial class Indefinite
{
    /// <summary>What it is and what is said of it, or null when the subject is definite.</summary>
    public static (string Noun, string Predicate)? Of(string rest) =>
        Subject().Match(rest) is { Success: true } match
            ? (match.Groups["noun"] is { Success: true } noun ? noun.Value : "ones", match.Groups["predicate"].Value)
            : null;

    [GeneratedRegex(@"^((any|some)(one|body)( else)?|(any|some|a|an) (?<noun>[\p{Ll}-]+)) (?<predicate>.+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Subject();
}

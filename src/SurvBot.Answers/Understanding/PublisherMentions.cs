using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Understanding;

/// <summary>Finds the publishers that a question names, and those whose reporting it takes for granted although the corpus has none of it.</summary>
internal static partial class PublisherMentions
{
    /// <summary>Publishers of the corpus that <paramref name="question"/> names, by any of their spellings.</summary>
    public static IReadOnlyList<string> Held(string question, IEnumerable<string> corpusPublishers) =>
        [.. corpusPublishers.Where(name => PublisherNames.AliasesOf(name).Any(alias => IsNamed(question, alias)))];

    /// <summary>Publishers that the question speaks of as reporting something and that the corpus does not hold.</summary>
    public static IReadOnlyList<string> Missing(string question, IReadOnlyCollection<string> corpusPublishers)
    {
        var held = corpusPublishers.SelectMany(PublisherNames.AliasesOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        bool IsHeld(string name) => held.Contains(name) || held.Contains(PublisherNames.Named(name) ?? name) || held.Any(alias => alias.Contains(name, StringComparison.OrdinalIgnoreCase));
        var known = Outlets.Where(name => PublisherNames.AliasesOf(name).Any(alias => IsNamed(question, alias) && SpeaksOfReporting(question, alias)));
        var described = Described().Matches(question).Select(match => match.Groups["name"].Value.Trim('\'', '"', '“', '”', '‘', '’', ' '));
        // "published in January" names no outlet.
        return [.. known.Concat(described.Where(name => NameMentions.In($"in {name}").Count > 0)).Where(name => name.Length > 2 && !IsHeld(name)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // Companies and agencies publish too, but a question about Amazon is not about Amazon's reporting.
    private static readonly IReadOnlyList<string> Outlets =
        [.. PublisherNames.All.Where(name => PublisherNames.Resolve(name, "").Kind is SourceKind.Independent or SourceKind.Wire or SourceKind.StateMedia)];

    /// <summary>Whether the words stand in the question as a name: in the same capitals ("The Week", not "the week"), or as a site.</summary>
    private static bool IsNamed(string question, string alias)
    {
        var comparison = alias.Contains('.') ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (int at = question.IndexOf(alias, comparison); at >= 0; at = question.IndexOf(alias, at + 1, comparison))
            if ((at == 0 || !char.IsLetterOrDigit(question[at - 1])) && (at + alias.Length == question.Length || !char.IsLetterOrDigit(question[at + alias.Length])))
                return true;
        return false;
    }

    private static bool SpeaksOfReporting(string question, string alias)
    {
        int at = question.IndexOf(alias, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && Reporting().IsMatch(question.AsSpan(Math.Max(0, at - 40), Math.Min(question.Length, at + alias.Length + 40) - Math.Max(0, at - 40)));
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(articles?|reports?|reported|reporting|story|stories|piece|according to|coverage|covered|published|mentioned|highlighted|noted|outlined|discussed|detailed|writes|wrote)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Reporting();

    // "the article from The Times of India", "a report in Handelsblatt": an outlet by its place in the phrase, known or not.
    [GeneratedRegex(@"\b([Aa]rticles?|[Rr]eports?|[Ss]tory|[Pp]iece|[Cc]overage|reported|published) (by|in|from) ['""“‘]?(?<name>([Tt]he )?[A-Z][\w&.-]*( (of |& )?[A-Z][\w&.-]*){0,4})", Options)]
    private static partial Regex Described();
}

using System.Text.RegularExpressions;

namespace SurvBot.Answers.Grounding;

/// <summary>A proper name of the question, found in a text by its words, by its initials or as what its initials stand for.</summary>
internal sealed partial class QuestionName
{
    private const int LongestAcronym = 5;

    private readonly string name;
    private readonly string? initials;

    /// <param name="name">As the question spells it.</param>
    /// <param name="corrected">Terms whose spelling was corrected.</param>
    public QuestionName(string name, IReadOnlyDictionary<string, string> corrected)
    {
        this.name = name;
        Terms = [.. Corpus.Text.Terms.In(name).Select(term => corrected.GetValueOrDefault(term, term))];
        initials = name.Contains(' ', StringComparison.Ordinal) ? string.Concat(Capital().Matches(name).Select(match => match.Value)) : null;
    }

    /// <summary>The name's terms.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>The share of the name's words that a text has; all of it where the text abbreviates the name, or spells out its abbreviation.</summary>
    public float In(string text, TermSet terms)
    {
        // Names are compared to the letter: "Intellifusion" is no form of "intelligence".
        float share = Terms.Average(term => terms.Contains(term) ? 1f : 0);
        // A person is named by the surname alone after the first time.
        if (Terms.Count > 1 && terms.Contains(Terms[^1]))
            share = Math.Max(share, 0.9f);
        return share >= 1 || !IsAbbreviated(text) ? share : 1;
    }

    private bool IsAbbreviated(string text) =>
        (initials is { Length: > 1 } && text.Contains(initials, StringComparison.Ordinal)) || (IsAcronym(name) && SpellsOut(text));

    private static bool IsAcronym(string word) => word.Length is > 1 and <= LongestAcronym && word.All(char.IsAsciiLetterUpper);

    private bool SpellsOut(string text)
    {
        int matched = 0;
        foreach (Match word in CapitalizedWord().Matches(text))
        {
            matched = word.Value[0] == name[matched] ? matched + 1 : word.Value[0] == name[0] ? 1 : 0;
            if (matched == name.Length)
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"\b[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\b[A-Z][a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalizedWord();
}

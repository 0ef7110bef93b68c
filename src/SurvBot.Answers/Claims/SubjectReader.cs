using System.Text.RegularExpressions;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Claims;

/// <summary>Reads whom or what an amount is said of.</summary>
internal static partial class SubjectReader
{
    /// <summary>The names in the amount's clause but for those that only give or say something; where it has none or leans on what was said before, those of <paramref name="before"/> too. Whom the aliases know by a description is named.</summary>
    public static IReadOnlyList<string> Of(Clause clause, string before, AliasBook aliases)
    {
        var names = NamesIn(clause.Text);
        if (names.Count == 0)
            names = NamesIn(clause.Sentence);
        if (names.Count == 0 || Leaning().IsMatch(clause.Text))
            names = [.. names, .. NamesIn(before)];
        return [.. names.Concat(aliases.DescribedIn(clause.Text)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // Behind "so" the word that opens a sentence is a name if it has a capital.
    private static List<string> NamesIn(string text) =>
        [.. SentenceSplitter.Split(text).Select(span => span.In(text)).SelectMany(sentence => NameMentions.In($"so {sentence}").Where(name => !Giver(name, sentence)))];

    private static bool Giver(string name, string text)
    {
        int at = text.IndexOf(name, StringComparison.Ordinal);
        return at > 0 && GivenBy().IsMatch(text[..at]);
    }

    [GeneratedRegex(@"\b(from|by|told|according to|with|including)( the)?\s$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex GivenBy();

    [GeneratedRegex(@"\b(it|its|the (company|firm|start-?up|group|agency|department|city|retailer|vendor|maker))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Leaning();
}

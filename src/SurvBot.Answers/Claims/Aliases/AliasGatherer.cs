using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Claims.Aliases;

/// <summary>Finds in articles which names are one organisation's or person's, and takes only what is certain.</summary>
/// <remarks>
/// Certain is a parenthesis whose letters fit ("Federal Trade Commission (FTC)"), and what two independent articles say in so many words ("X, formerly Y").
/// An apposition ("SenseTime, a Chinese company") is never taken: few are written twice, and those fit others as well.
/// </remarks>
public sealed partial class AliasGatherer
{
    private const int LeastVoices = 2, LongestStretch = 120;

    private readonly Dictionary<(string Name, string Alias), Finding> findings = [];

    /// <summary>Reads one article.</summary>
    public void Read(Article article)
    {
        string text = article.Body;
        foreach (Match parenthesis in Parenthesis().Matches(text))
            ReadParenthesis(text, parenthesis, article.IndependenceGroup);
        foreach (Match renaming in Renaming().Matches(text))
            if (NameBefore(text, renaming.Index) is { } name && NameAfter(text, renaming.Index + renaming.Length) is { } alias)
                Add(renaming.Groups["now"].Success ? (alias, name) : (name, alias), isSpelledOut: false, article.IndependenceGroup);
    }

    /// <summary>What is certain after all that was read, the shown names in order. What <paramref name="known"/> speaks of is left to it.</summary>
    public IReadOnlyList<AliasGroup> Certain(IEnumerable<AliasGroup> known)
    {
        var taken = known.SelectMany(group => group.Names).Select(NameForms.Key).ToHashSet(StringComparer.Ordinal);
        var sure = findings.Values.Where(finding => (finding.IsSpelledOut || finding.Voices.Count >= LeastVoices) && !taken.Contains(NameForms.Key(finding.Alias)) && !taken.Contains(NameForms.Key(finding.Name))).ToList();
        // Initials that stand for two things, and a former name of two, tell neither.
        var clear = sure.GroupBy(finding => NameForms.Key(finding.Alias)).Where(same => same.All(finding => IsForm(finding.Name, same.First().Name))).SelectMany(same => same);
        return [.. clear.GroupBy(finding => Stems(finding.Name)).Select(GroupOf).OrderBy(group => group.Shown, StringComparer.Ordinal)];
    }

    // "Regulation" and "Regulations" are one name: the one that most articles write is shown.
    private static AliasGroup GroupOf(IEnumerable<Finding> findings)
    {
        var ordered = findings.OrderByDescending(finding => finding.Voices.Count).ThenBy(finding => finding.Name, StringComparer.Ordinal).ThenBy(finding => finding.Alias, StringComparer.Ordinal).ToList();
        return new AliasGroup([.. ordered.Take(1).Select(finding => finding.Name).Concat(ordered.Select(finding => finding.Alias)).DistinctBy(NameForms.Key)], IsGathered: true);
    }

    private static bool IsForm(string one, string other) => Stems(one) == Stems(other) || NameForms.AreOne(one, other);

    private static string Stems(string name) => Terms.In(name) is { Count: > 0 } terms ? string.Join(' ', terms) : NameForms.Key(name);

    private void ReadParenthesis(string text, Match parenthesis, ArticleId voice)
    {
        string inside = parenthesis.Groups["inside"].Value;
        string before = Stretch(text, parenthesis.Index);
        if (Acronym().IsMatch(inside))
        {
            if (Initials.SpelledOutAtTheEndOf(before, inside) is { } name)
                Add((WithoutPossessive(name), inside), IsSpelledOut(inside), voice);
        }
        else if (WholeName().IsMatch(inside))
        {
            string last = before[(before.LastIndexOf(' ') + 1)..];
            if (Acronym().IsMatch(last) && Initials.SpelledOutAtTheEndOf(inside, last) == inside)
                Add((inside, last), IsSpelledOut(last), voice);
            else if (NameBefore(text, parenthesis.Index) is { } full && IsShortFor(inside, full))
                Add((full, inside), isSpelledOut: true, voice);
        }
    }

    private void Add((string Name, string Alias) pair, bool isSpelledOut, ArticleId voice)
    {
        var key = (NameForms.Key(pair.Name), NameForms.Key(pair.Alias));
        if (key.Item1.Length == 0 || key.Item2.Length == 0 || key.Item1 == key.Item2 || pair.Name.Length > AliasText.LongestName)
            return;
        var finding = findings.GetValueOrDefault(key) ?? new Finding(pair.Name, pair.Alias, isSpelledOut, []);
        finding.Voices.Add(voice);
        findings[key] = finding with { IsSpelledOut = finding.IsSpelledOut || isSpelledOut };
    }

    // Two letters fit by chance, and stock tickers are often such: "Procter & Gamble (PG)".
    private static bool IsSpelledOut(string acronym) => acronym.Length > 2;

    // "Hangzhou Hikvision Digital Technology (Hikvision)": a word of three and more, and not the surname in "Ada Lind Berg (Berg)" alone, which the forms of a name know.
    private static bool IsShortFor(string shorter, string name) =>
        name.Split(' ') is { Length: > 2 } words && words.SkipLast(1).Contains(shorter, StringComparer.Ordinal);

    private static string? NameBefore(string text, int end)
    {
        string stretch = Stretch(text, end);
        var match = NameAtTheEnd().Match(stretch);
        // What begins the stretch may have begun before it.
        if (!match.Success || (match.Index == 0 && stretch.Length == LongestStretch))
            return null;
        string[] words = [.. match.Value.Split(' ').SkipWhile(word => StopWords.Contains(word.ToLowerInvariant()))];
        return words.Length > 0 ? WithoutPossessive(string.Join(' ', words)) : null;
    }

    private static string? NameAfter(string text, int start)
    {
        var match = NameAtTheStart().Match(text[start..Math.Min(text.Length, start + LongestStretch)]);
        return match.Success && !StopWords.Contains(match.Groups["name"].Value.ToLowerInvariant()) && !Office().IsMatch(match.Value) ? match.Groups["name"].Value : null;
    }

    private static string Stretch(string text, int end) => text[Math.Max(0, end - LongestStretch)..end];

    private static string WithoutPossessive(string name) => name.EndsWith("’s", StringComparison.Ordinal) || name.EndsWith("'s", StringComparison.Ordinal) ? name[..^2] : name;

    private sealed record Finding(string Name, string Alias, bool IsSpelledOut, HashSet<ArticleId> Voices);

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // The name of "the Public Oversight (PO) Act" does not end at the parenthesis.
    [GeneratedRegex(@" \((the )?[“""]?(?<inside>[^()“”""\s]([^()“”""\n]{0,98}[^()“”""\s])?)[”""]?\)(?! (Act|Bill|Law)\b)", Options)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"^[A-Z][A-Z0-9&]{1,7}$", Options)]
    private static partial Regex Acronym();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{N}'’&-]*( (of |and |for |the |on |in |& )?(the )?\p{Lu}[\p{L}\p{N}'’&-]*)*$", Options | RegexOptions.NonBacktracking)]
    private static partial Regex WholeName();

    [GeneratedRegex(@"(,| \(|, \() ?((formerly( known as| called)?|previously (known as|called)|also known as|better known as)|(?<now>now( known as| called)?)) ", Options)]
    private static partial Regex Renaming();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.'’&-])(\p{Lu}[\p{L}\p{N}'’&-]* ((of |for )?(the )?|& ))*\p{Lu}[\p{L}\p{N}'’&-]*$", Options | RegexOptions.RightToLeft)]
    private static partial Regex NameAtTheEnd();

    // The name must be seen to end: "Montenegro and Serbia" and "U.S. Steel" are left alone.
    [GeneratedRegex(@"^(the )?(?<name>(?>\p{Lu}[\p{L}\p{N}'’&-]*( ((of |for )?(the )?|& )\p{Lu}[\p{L}\p{N}'’&-]*)*))(?<!['’]s)([,;:)”""]|\.(\s|$)|$| (?!(and|or|in|at|of|for) )\p{Ll})", Options)]
    private static partial Regex NameAtTheStart();

    [GeneratedRegex(@"\b(President|Vice|Governor|Gov|Chair(man|woman)?|Chief|Director|Secretary|Professor|Judge|Senator|Sen|Rep|Representative|Duke|Duchess|Princess?|King|Queen|Minister|Mayor)\b", Options)]
    private static partial Regex Office();
}

using System.Text.RegularExpressions;

namespace SurvBot.Answers.Claims.Aliases;

/// <summary>Knows which names are one organisation's or person's: by their forms, and by what the file of aliases says.</summary>
public sealed partial class AliasBook
{
    private readonly ILookup<string, AliasGroup> byName;
    private readonly IReadOnlyList<(Regex Words, string Shown)> descriptions;

    /// <param name="groups">A name may be in several of them: then it may be any of those.</param>
    public AliasBook(IEnumerable<AliasGroup> groups)
    {
        Groups = [.. groups];
        byName = Groups.SelectMany(group => group.Names.Select(name => (Key: NameForms.Key(name), Group: group))).Where(named => named.Key.Length > 0)
            .ToLookup(named => named.Key, named => named.Group, StringComparer.Ordinal);
        descriptions = [.. Groups.SelectMany(group => group.Names.Where(name => Description().IsMatch(name)).Select(name => (WholeWords(name), group.Shown)))];
    }

    /// <summary>Knows names by their forms alone.</summary>
    public static AliasBook Empty { get; } = new([]);

    /// <summary>What the file says, in its order.</summary>
    public IReadOnlyList<AliasGroup> Groups { get; }

    /// <summary>Whether two names can be of one; the same whichever comes first.</summary>
    public bool AreOne(string one, string other) =>
        NameForms.AreOne(one, other) || (Groups.Count > 0 && byName[NameForms.Key(one)].Intersect(byName[NameForms.Key(other)]).Any());

    /// <summary>The names of those whom a text only describes: "The Hong Kong start-up raised …".</summary>
    public IEnumerable<string> DescribedIn(string text) =>
        descriptions.Where(description => description.Words.IsMatch(text)).Select(description => description.Shown);

    /// <summary>The other names of somebody, without descriptions.</summary>
    public IEnumerable<string> OthersOf(string name) =>
        byName[NameForms.Key(name)].SelectMany(group => group.Names).Where(other => !Description().IsMatch(other) && NameForms.Key(other) != NameForms.Key(name)).Distinct(StringComparer.Ordinal);

    private static Regex WholeWords(string description) =>
        new($@"\b{Regex.Escape(description)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    [GeneratedRegex(@"^[Tt]he (.* )?\p{Ll}[^ ]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Description();
}

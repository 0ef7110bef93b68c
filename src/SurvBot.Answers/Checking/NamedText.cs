using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Understanding;

namespace SurvBot.Answers.Checking;

/// <summary>A text that names are looked up in, read once for all of them.</summary>
internal sealed class NamedText(string text)
{
    private readonly string text = OneWriting(text);
    private IReadOnlyList<string>? names;
    private HashSet<string>? words;
    private TermSet? terms;

    /// <summary>The names that stand in it.</summary>
    public IReadOnlyList<string> Names => names ??= NamesIn(text);

    /// <summary>Whether its words are of a country.</summary>
    public bool NamesCountry => Words.Any(Demonyms.IsCountry);

    // A country and its people are one word.
    private HashSet<string> Words => words ??= [.. SentenceWord.In(text).SelectMany(word => new[] { word.Plain, Demonyms.Of(word.Plain) })];

    private TermSet Terms => terms ??= TermSet.Of(text);

    /// <summary>Whether somebody of that name is named in it: by the same words, another form or another name.</summary>
    public bool Knows(string name, AliasBook aliases)
    {
        var parts = SentenceWord.In(name);
        if (parts.All(part => Words.Contains(part.Plain) || Words.Contains(Demonyms.Of(part.Plain)) || Words.Any(word => Demonyms.AreOne(word, part.Plain))))
            return true;
        return Names.Any(other => aliases.AreOne(name, other)) || new QuestionName(name, new Dictionary<string, string>()).In(text, Terms) >= 1;
    }

    // The word that opens the sentence may well be a name.
    private static IReadOnlyList<string> NamesIn(string text) => [.. NameMentions.In($"so {text}").Select(WithoutTitle).Where(name => name.Length > 1 && !Openers.Contains(name.ToLowerInvariant()))];

    private static string OneWriting(string text) =>
        text.Replace("United States", "US", StringComparison.Ordinal).Replace("U.S.", "US", StringComparison.Ordinal).Replace("United Kingdom", "UK", StringComparison.Ordinal).Replace("U.K.", "UK", StringComparison.Ordinal).Replace("Great Britain", "UK", StringComparison.Ordinal);

    private static string WithoutTitle(string name) => string.Join(' ', name.Split(' ').SkipWhile(word => Titles.Contains(word.TrimEnd('.').ToLowerInvariant())));

    private static readonly HashSet<string> Titles = ["general", "gen", "president", "senator", "sen", "rep", "representative", "mayor", "governor", "gov", "judge", "justice", "professor", "prof", "sheriff", "chief", "officer", "detective", "sergeant", "lieutenant", "captain", "minister", "secretary", "attorney", "commissioner", "lord", "sir"];

    private static readonly HashSet<string> Openers = ["several", "eleven", "twelve", "thirteen", "officials", "critics", "researchers", "police", "lawmakers", "documents", "authorities", "experts", "fewer", "nearly", "roughly", "asked", "campaigners", "prosecutors", "investigators", "earlier", "later", "supporters", "opponents", "founded", "based", "customers", "seven", "eight", "staff", "firms", "less", "workers", "employees"];
}

using System.Text.RegularExpressions;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>"When did it become profitable?": what a pronoun means takes its place, or stands in brackets where that cannot be told.</summary>
internal static partial class Pronouns
{
    /// <summary>Whether something in the words can only be understood from before.</summary>
    public static bool PointsBack(string asked) => Pointing.FirstIn(asked) is not null;

    public static string? Complete(string asked, ThreadMemory memory)
    {
        if (!memory.HasTopic || Terms.In(asked).Count > MostTerms)
            return null;
        if (Pointing.FirstIn(asked) is not { } pointing)
            return IsIncomplete(asked) ? Wording.About(asked, memory.Matter) : null;
        string? meant = Meant(pointing, asked, memory);
        if (meant is null || asked.Contains(meant, StringComparison.Ordinal))
            return Wording.About(asked, [.. memory.Matter, .. pointing.Kind == Pointed.Group && Referents.Asked(memory) is { } named ? [named] : Array.Empty<string>()]);
        string put = Put(meant, pointing, asked);
        // A date says when, not what.
        return pointing.Kind == Pointed.Moment ? Wording.About(put, memory.Topics) : put;
    }

    /// <summary>The waiting question with <paramref name="topic"/> in place of its pronoun, or beside it where it has none.</summary>
    public static string Fill(string question, string topic) =>
        Pointing.FirstIn(question) is { } pointing ? Put(topic, pointing, question) : Wording.About(question, [topic]);

    /// <summary>"What are the risks?" points to nothing by a word, but asks of something all the same.</summary>
    private static bool IsIncomplete(string asked) =>
        Terms.In(asked).Count <= FewTerms && QuestionShape.Of(asked) is not null && Mention.Names(asked).Count == 0 && Mention.Subjects(asked).All(subject => subject.Sort != Sort.Technology) && !Definition().IsMatch(asked);

    // A question of fewer terms leaves something out, one of more is complete.
    private const int FewTerms = 2, MostTerms = 8;

    private static string? Meant(Pointing pointing, string asked, ThreadMemory memory) => pointing.Kind switch
    {
        Pointed.Person => Referents.Person(memory),
        Pointed.Thing or Pointed.Company => Referents.Thing(memory),
        // "One of them": of what was listed, never of a single thing.
        Pointed.Group when asked[..pointing.Start].EndsWith(" of ", StringComparison.OrdinalIgnoreCase) => Referents.Asked(memory),
        Pointed.Group => Referents.Group(memory),
        Pointed.Place => Referents.Place(memory) is { } place ? pointing.IsAdverb ? $"in {place}" : place : null,
        Pointed.Nth when pointing.Ordinal(Referents.Listed(memory).Count) is { } at => Referents.Listed(memory)[at],
        Pointed.Moment => Moment(memory),
        _ => null,
    };

    /// <summary>"Since then": the date in the answer, or else in the question.</summary>
    private static string? Moment(ThreadMemory memory) =>
        memory.Claims.Sentences.Append(memory.Question).Select(text => Date().Match(text)).FirstOrDefault(match => match.Success)?.Value;

    private static string Put(string meant, Pointing pointing, string asked)
    {
        string before = asked[..pointing.Start], after = asked[pointing.End..];
        bool several = meant.Contains(" and ", StringComparison.Ordinal);
        // One company is "they" to many: "what do they sell" is what it sells.
        if (pointing.Kind == Pointed.Group && !several)
            before = PluralVerb().Replace(before, match => $"{Singular(match.Groups["verb"].Value)} ");
        return Wording.AsQuestion($"{before}{meant}{(pointing.IsPossessive ? "'s" : "")}{after}");
    }

    private static string Singular(string verb) => verb.ToLowerInvariant() switch
    {
        "do" => "does",
        "are" => "is",
        "were" => "was",
        _ => "has",
    };

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^(what|who) (is|are) (an? )?(?!(the|a|an|its|their)\b)[\w -]+\??$|^(what does|how do|how does) [\w -]+ (mean|work)\??$", Options)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\b(?<verb>do|are|were|have) $", Options)]
    private static partial Regex PluralVerb();

    [GeneratedRegex(@"\b((January|February|March|April|May|June|July|August|September|October|November|December) )?(19|20)\d\d\b", Options)]
    private static partial Regex Date();
}

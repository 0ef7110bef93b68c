using System.Text.RegularExpressions;

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>Whom or what a pronoun of the next question can mean, nearest first.</summary>
internal static partial class Referents
{
    // "They" are seldom more in one breath.
    private const int Several = 3;

    /// <summary>He or she: a name that is surely somebody's before one that only looks like it.</summary>
    public static string? Person(ThreadMemory memory)
    {
        var names = ByNearness(memory, AsksWho().IsMatch(memory.Question)).ToList();
        var sure = names.Select(group => group.FirstOrDefault(name => Sorts.IsSurelyPerson(name.Text)) ?? group.FirstOrDefault(name => name.Sort == Sort.Person)).FirstOrDefault(name => name is not null);
        return sure?.Text;
    }

    /// <summary>It or that company: the one name that can be meant; null where several can, or none.</summary>
    public static string? Thing(ThreadMemory memory)
    {
        var nearest = Candidates(memory).Select(group => group.Where(name => name.Sort != Sort.Place && !Sorts.IsSurelyPerson(name.Text)).ToList()).FirstOrDefault(group => group.Count > 0);
        if (nearest is null)
            return memory.Names.All(name => name.Sort == Sort.Place) ? Subject(memory) : null;
        // Two plain words may be a person, and of "London Zoo's cameras" the cameras may be meant: it is safer to say what it is about.
        return nearest is [{ Sort: Sort.Name or Sort.Acronym, IsOwner: false } only] ? only.Spoken : null;
    }

    /// <summary>What a new question can mean by it. Of an answer's names only those that were asked for: others are details.</summary>
    private static IEnumerable<IReadOnlyList<Mention>> Candidates(ThreadMemory memory) =>
        memory.Question.Length == 0 ? [memory.NewNames, memory.Earlier]
        : QuestionShape.Of(memory.Question) is { IsYesNo: false, AsksAround: false } ? ByNearness(memory, AsksWhichThing().IsMatch(memory.Question)).Take(2)
        : [memory.Names];

    /// <summary>"Is face recognition legal": the technology that the last question is about.</summary>
    private static string? Subject(ThreadMemory memory) =>
        QuestionShape.Of(memory.Question) is { } shape && Mention.Subjects(shape.Rest) is [{ Start: 0, Sort: Sort.Technology } technology, ..] ? technology.Text : null;

    /// <summary>They: whom the answer named when they were asked for; else as <see cref="Thing"/>.</summary>
    public static string? Group(ThreadMemory memory) => Asked(memory) ?? Thing(memory);

    /// <summary>Who or which did what the last question asks, as far as the answer named them.</summary>
    public static string? Asked(ThreadMemory memory)
    {
        if (!AsksForSubject().IsMatch(memory.Question))
            return null;
        bool places = AsksWhere().IsMatch(memory.Question);
        var named = memory.NewNames.Where(name => name.Sort == Sort.Place == places && name.Sort != Sort.Person).Select(name => name.Spoken).ToList();
        return named.Count is 0 or > Several ? null : named.Count == 1 ? named[0] : $"{string.Join(", ", named.SkipLast(1))} and {named[^1]}";
    }

    /// <summary>There: the last question's place, or the answer's.</summary>
    public static string? Place(ThreadMemory memory) =>
        ByNearness(memory, AsksWhere().IsMatch(memory.Question)).SelectMany(group => group).FirstOrDefault(name => name.Sort == Sort.Place)?.Text;

    /// <summary>What the answer lists, in its order: for "the second one".</summary>
    public static IReadOnlyList<string> Listed(ThreadMemory memory) => [.. memory.NewNames.Select(name => name.Text)];

    private static IEnumerable<IReadOnlyList<Mention>> ByNearness(ThreadMemory memory, bool answerFirst) =>
        answerFirst ? [memory.NewNames, memory.Names, memory.Earlier] : [memory.Names, memory.NewNames, memory.Earlier];

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^(who|whose|which (person|people|man|woman|official|researcher|lawyer|judge|mayor|ceo))\b", Options)]
    private static partial Regex AsksWho();

    [GeneratedRegex(@"^(which|what) ([\w-]+ ){0,3}(company|companies|firms?|start-?ups?|vendors?|makers?|suppliers?|agency|agencies|organi[sz]ations?|tools?|apps?|systems?|software|products?|laws?|bills?|police force|retailers?|contractors?)\b", Options)]
    private static partial Regex AsksWhichThing();

    [GeneratedRegex(@"^(where|(which|what) ([\w-]+ ){0,3}(city|cities|country|countries|states?|towns?|places?|regions?|airports?))\b", Options)]
    private static partial Regex AsksWhere();

    [GeneratedRegex(@"^(who|which|what \w+s)\b", Options)]
    private static partial Regex AsksForSubject();
}

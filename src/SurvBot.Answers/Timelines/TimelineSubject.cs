using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Understanding;

namespace SurvBot.Answers.Timelines;

/// <summary>What a timeline is about, found in a text by its names and by most of its other words.</summary>
internal sealed class TimelineSubject
{
    private const float WholeName = 1, LeastOfTheWords = 0.5f;

    // What a company is called in full and seldom in the next sentence: "Clearview AI Inc.".
    private static readonly HashSet<string> PartsOfNames = [.. Corpus.Text.Terms.In("AI Inc Corp Corporation Ltd Limited LLC Group Holdings company firm startup technologies")];

    private readonly IReadOnlyList<(string Spelling, QuestionName Name)> names;
    private readonly ILookup<string, (string Spelling, QuestionName Name)> others;
    private readonly IReadOnlyList<string> words;

    /// <param name="text">As it was asked for.</param>
    /// <param name="corrected">Terms whose spelling was corrected.</param>
    /// <param name="aliases">Under which other names a text may speak of it.</param>
    public TimelineSubject(string text, IReadOnlyDictionary<string, string> corrected, AliasBook aliases)
    {
        // The word that opens a sentence has a capital for that alone: here it may well be the name.
        names = [.. NameMentions.In($"about {text}").Select(name => (name, new QuestionName(name, corrected))).Where(name => name.Item2.Terms.Count > 0)];
        others = names.SelectMany(name => aliases.OthersOf(name.Spelling).Select(other => (name.Spelling, Other: (other, new QuestionName(other, corrected))))).Where(alias => alias.Other.Item2.Terms.Count > 0).ToLookup(alias => alias.Spelling, alias => alias.Other);
        Terms = [.. Corpus.Text.Terms.In(text).Select(term => corrected.GetValueOrDefault(term, term)).Distinct()];
        words = [.. Terms.Except(names.SelectMany(name => name.Name.Terms)).Where(term => names.Count == 0 || !PartsOfNames.Contains(term))];
    }

    /// <summary>Every term of it.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>Whether the text names all of it.</summary>
    public bool IsNamedIn(string text, TermSet terms) =>
        Terms.Count > 0 && names.All(name => IsNamed(name, text, terms)) && HasWords(terms);

    /// <summary>The same for a sentence of an article that names it in full elsewhere: there a surname does.</summary>
    public bool IsMeantIn(string sentence, TermSet terms) =>
        Terms.Count > 0 && names.All(name => IsNamed(name, sentence, terms) || HasLastName(sentence, name.Spelling)) && HasWords(terms);

    /// <summary>Whether the words before the verb name nobody, so that the subject may be meant.</summary>
    public static bool IsLeftOpen(string sentence, int verb) => NameMentions.In($"so {sentence[..verb]}").Count == 0;

    private bool IsNamed((string Spelling, QuestionName Name) name, string text, TermSet terms) =>
        IsWhole(name, text, terms) || others[name.Spelling].Any(other => IsWhole(other, text, terms));

    // "RA" stands in many words: initials count for names that are written with one word, or with three and more.
    private static bool IsWhole((string Spelling, QuestionName Name) name, string text, TermSet terms) =>
        name.Name.Terms.All(terms.Contains) || (name.Spelling.Count(c => c == ' ') != 1 && name.Name.In(text, terms) >= WholeName);

    private bool HasWords(TermSet terms) =>
        words.Count == 0 || words.Average(terms.Match) >= (names.Count > 0 ? LeastOfTheWords : WholeName - float.Epsilon);

    private static bool HasLastName(string sentence, string name)
    {
        int space = name.LastIndexOf(' ');
        return space > 0 && NameMentions.In($"so {sentence}").Contains(name[(space + 1)..], StringComparer.Ordinal);
    }
}

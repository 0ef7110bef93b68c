using System.Text.RegularExpressions;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Claims;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Understanding;
using SurvBot.Answers.Understanding.Languages;
using SurvBot.Answers.Understanding.Threads;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Generation.Questions;

/// <summary>Lets no reading of a question count that speaks of something else: its names, numbers and, in English, its words must stand in the question or its thread.</summary>
internal sealed partial class QuestionCheck
{
    private const int Longest = 300;

    // The end of a long answer is nothing that anybody leans on.
    private const int LongestTurn = 1_200;

    private readonly Question question;
    private readonly bool isEnglish;
    private readonly HashSet<string> words;
    private readonly HashSet<string> verbs;
    private readonly TermSet terms;
    private readonly TranslatedNames translated;
    private readonly string thread;

    /// <param name="question">With its thread: all that may be spoken of.</param>
    /// <param name="isEnglish">Whether it is to be told in its own words; a translation has others.</param>
    public QuestionCheck(Question question, bool isEnglish)
    {
        (this.question, this.isEnglish) = (question, isEnglish);
        thread = string.Join('\n', question.History.SelectMany(turn => new[] { turn.Question, turn.Answer ?? "" }).Select(text => text[..Math.Min(text.Length, LongestTurn)]).Append(question.Text));
        words = [.. WordsOf(thread).Select(word => word.Plain)];
        verbs = [.. words.Select(Verbs.KeyOf)];
        terms = TermSet.Of(thread);
        translated = new TranslatedNames(thread);
    }

    /// <summary>Why <paramref name="standalone"/> is not the question; null where it may stand for it.</summary>
    public string? Objection(string standalone) =>
        SearchObjection(standalone) is { } objection ? objection
        : LeavesOut(standalone) is { } left ? $"it left out {left}"
        : isEnglish && Denies(standalone) != Denies(question.Text) && !(Denies(standalone) ? Denies(thread) : Correction.Meant(question.Text) is not null) ? "it turned the question round"
        : Leaning.IsLeaning(standalone) ? "what it wrote does not stand alone"
        : null;

    /// <summary>Why <paramref name="search"/> may not be looked up; null where it may.</summary>
    public string? SearchObjection(string search) =>
        search.Length > Longest || search.Any(char.IsControl) || OutputGate.Find(search, [thread], canary: "") is not null ? "what it wrote is no question"
        : Added(search) is { } added ? $"it added {added}"
        : null;

    /// <summary>The first word that comes from nowhere.</summary>
    private string? Added(string text) => WordsOf(text).Where((word, i) => !IsKnown(word.Plain, word.Written, i == 0)).Select(word => word.Written).FirstOrDefault();

    private bool IsKnown(string plain, string written, bool opens)
    {
        if (words.Contains(plain))
            return true;
        if (written.Any(char.IsDigit) || NumberWords.Figure(plain) is not null || Scale().IsMatch(plain))
            return NumberWords.Figure(plain) is { } figure && words.Contains(figure);
        string term = Terms.Of([.. plain]).ToString();
        bool hasCapital = written.Any(char.IsUpper);
        if (term.Length == 0 || translated.Holds(plain))
            return true;
        // A name; the first word has its capital anyway.
        if (hasCapital && !opens)
            return false;
        return Asking.Contains(term) || (isEnglish ? terms.Match(term) > 0 || verbs.Contains(Verbs.KeyOf(plain)) : !hasCapital && plain.All(char.IsAsciiLetterLower));
    }

    /// <summary>A number of the question, or a name of an English one, that is not told any more.</summary>
    private string? LeavesOut(string standalone)
    {
        var told = WordsOf(standalone).Select(word => word.Plain).ToHashSet();
        bool Has(string plain) => told.Contains(plain) || told.Any(other => NumberWords.Figure(other) == plain);
        if (isEnglish && Correction.Meant(question.Text) is not null)
            return null;
        return WordsOf(question.Text).Where(word => word.Written.Any(char.IsDigit) && !Has(word.Plain)).Select(word => word.Written)
            .Concat(isEnglish ? NameMentions.In(question.Text).Where(name => !WordsOf(name).All(word => Has(word.Plain))) : []).FirstOrDefault();
    }

    private static bool Denies(string text) => Denial().IsMatch(text);

    private static List<(string Plain, string Written)> WordsOf(string text)
    {
        var found = new List<(string, string)>();
        var walk = new Tokenizer(text);
        while (walk.MoveNext())
            found.Add((walk.Word.ToString(), text[walk.Start..walk.End]));
        return found;
    }

    // Words about the asking, which a question that stands alone may need beside its own.
    private static readonly HashSet<string> Asking = [.. Terms.In(
        "name list tell give explain describe compare find timeline history latest new news happen happened say said use used make made sell sold year month date day time place company companies city country person people law reason price cost number amount difference technology system")];

    [GeneratedRegex(@"^(dozen|hundred|thousand|million|billion|trillion|percent)s?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Scale();

    [GeneratedRegex(@"\b(not|never|no|nobody|none|without|neither)\b|n['’]t\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Denial();
}

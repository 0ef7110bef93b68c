using System.Text.RegularExpressions;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Grounding;

/// <summary>Looks for something in a sentence that could be the answer: a figure, a date, a name, a reason, that the question does not have.</summary>
internal static partial class AnswerFinder
{
    // A figure and its noun stand close: "more than 2,000 suspects".
    private const int HeadReach = 4, ClosenessReach = 12;

    /// <summary>Whether the sentence holds something of the kind that is asked for; null when the question wants no particular kind.</summary>
    public static bool? Has(string sentence, ReadQuestion question) => question.Kind switch
    {
        AnswerKind.Number => HasNewMatch(Number(), sentence, question.Text),
        AnswerKind.Money => HasNewMatch(Money(), sentence, question.Text),
        AnswerKind.Duration => HasNewMatch(Duration(), sentence, question.Text),
        AnswerKind.Date => HasNewMatch(Date(), sentence, question.Text),
        // "Alibaba led the round": the word that opens the sentence may well be the name.
        AnswerKind.Name or AnswerKind.Place => NameMentions.In($"so {sentence}").Any(name => !question.Text.Contains(name, StringComparison.OrdinalIgnoreCase)),
        AnswerKind.Statement => Saying().IsMatch(sentence),
        _ => null,
    };

    /// <summary>1 when the noun that is asked for stands in the sentence, for a number beside it; less when elsewhere.</summary>
    public static float HeadFits(string sentence, AnswerKind kind, string head, TermSet terms)
    {
        float match = terms.Match(head);
        return match > 0 && kind == AnswerKind.Number && !NumberIsOf(sentence, head) ? match / 2 : match;
    }

    /// <summary>The share of the question's terms (by weight) around the place that could be the answer, 0 to 1; around the best place when any would do.</summary>
    public static float Closeness(string sentence, AnswerKind kind, IReadOnlyList<(string Term, float Weight)> terms)
    {
        var words = new List<(string Term, int Start)>();
        var walk = new Tokenizer(sentence);
        while (walk.MoveNext())
            words.Add((Terms.Of(walk.Word).ToString(), walk.Start));
        var places = Shape(kind) is { } shape
            ? shape.Matches(sentence).Select(match => words.FindIndex(word => word.Start >= match.Index)).Where(i => i >= 0).Distinct().ToList()
            : [.. Enumerable.Range(0, words.Count)];
        float total = terms.Sum(term => term.Weight);
        if (places.Count == 0 || total <= 0)
            return 0;
        return places.Max(place =>
        {
            int from = Math.Max(0, place - ClosenessReach), to = Math.Min(words.Count, place + ClosenessReach + 1);
            return terms.Sum(term => words.FindIndex(from, to - from, word => word.Term == term.Term) >= 0 ? term.Weight : 0);
        }) / total;
    }

    private static bool HasNewMatch(Regex shape, string sentence, string question) =>
        shape.Matches(sentence).Any(match => !question.Contains(match.Value.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a number stands close to the counted noun.</summary>
    public static bool NumberIsOf(string sentence, string head)
    {
        var words = new List<(string Term, bool Number)>();
        var walk = new Tokenizer(sentence);
        while (walk.MoveNext())
            words.Add((Terms.Of(walk.Word).ToString(), IsNumber(sentence.AsSpan(walk.Start, walk.End - walk.Start))));
        for (int i = 0; i < words.Count; i++)
            if (words[i].Number && Enumerable.Range(Math.Max(0, i - 2), Math.Min(words.Count, i + HeadReach + 1) - Math.Max(0, i - 2)).Any(j => words[j].Term == head))
                return true;
        return false;
    }

    // "In 2020 it banned …" counts no bans.
    private static bool IsNumber(ReadOnlySpan<char> word) => Number().IsMatch(word) && !(word.Length == 4 && int.TryParse(word, out int year) && year is >= 1900 and < 2100);

    private static Regex? Shape(AnswerKind kind) => kind switch
    {
        AnswerKind.Number => Number(),
        AnswerKind.Money => Money(),
        AnswerKind.Duration => Duration(),
        AnswerKind.Date => Date(),
        _ => null,
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string NumberWord = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|one|none|single|zero|trillions?|third|quarter";

    [GeneratedRegex($@"\d[\d,.]*|\b({NumberWord})\b", Options)]
    private static partial Regex Number();

    [GeneratedRegex($@"([$€£¥]|\b(R|Rs|CHF|USD|EUR|GBP)\.?)\s?\d[\d,.]*|\d[\d,.]*[\s-]?(%|percent|per cent|dollars?|euros?|pounds?|yuan|rand|rupees?|cents?|usd|eur|gbp|million|billion|trillion|m\b|bn\b)|\b({NumberWord})\s+(million|billion|trillion|dollars|euros|pounds)\b|\bfree\b|\bUS\$\s?\d", Options)]
    private static partial Regex Money();

    [GeneratedRegex($@"(\d[\d,.]*|\b({NumberWord}|a|an|several|many|few|couple of))[\s-]+(seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(y|ies)|life)\b|\b(indefinite(ly)?|permanent(ly)?|life sentence|for ever|forever)\b", Options)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b(19|20)\d\d(s)?\b|\b(january|february|march|april|may|june|july|august|september|october|november|december|jan\.|feb\.|mar\.|apr\.|aug\.|sept?\.|oct\.|nov\.|dec\.)|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(last|this|next|earlier this|past) (year|month|week|spring|summer|fall|autumn|winter|decade|night)\b|\b(yesterday|today|tomorrow|tonight)\b|\b\w+ (years?|months?|weeks?|days?|decades?) (ago|later|earlier)\b|\b\d{1,2}(st|nd|rd|th)\b", Options)]
    private static partial Regex Date();

    [GeneratedRegex(@"[“""]|\b(said|says|say|told|tells|according to|argued?|argues|warned|warns|claim(s|ed)?|wrote|writes|called|calls|described|describes|added|adds|stated|announced|acknowledged|insisted|testified|tweeted|explained|explains|believes?|thinks?|denied|denies|criticized|criticised|statement)\b", Options)]
    private static partial Regex Saying();
}

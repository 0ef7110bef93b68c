using SurvBot.Answers;
using SurvBot.Bot.Receipts;
using SurvBot.Corpus.Articles;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Receipts;

/// <summary>Receipts that somebody looks at.</summary>
internal static class SomeReplay
{
    /// <summary>Of everything a receipt can have, asked again with another outcome; <paramref name="word"/> stands wherever strangers' words can.</summary>
    public static Replay Full(string word)
    {
        var then = SomeAnswer.Answered($"Alibaba led the {word} round. [1] {word} [2]") with
        {
            Question = word,
            StandaloneQuestion = $"Who led {word}?",
            Mode = AnswerMode.Generative,
            Sentences = [new AnswerSentence($"Alibaba led the {word} round.", SentenceKind.Attributed, SurvBot.Answers.Support.Partly, 0.5, [1]), new AnswerSentence(word, SentenceKind.Fact, SurvBot.Answers.Support.Supported, 0.91, [1, 2])],
            Citations = [Citation(1, word, $"Alibaba led the {word} round.", word), Citation(2, "other", "Moved.", "Kept.") with { SourceKind = SourceKind.Brief }, Citation(3, "removed", "Removed.")],
            Corpus = new CorpusSummary(66, PartialDate.OfDay(2026, 11, 3), PartialDate.OfYear(2017), SomeAnswer.AsOf, 12),
            Abstention = new Abstention(word, new Searched([word], null, null, []), [new NearestArticle("https://news.example/near", word, word, PartialDate.OfYear(2019))]),
            Diagnostics = new Diagnostics("desk-4", "0123456789abcdef", [], 10, 20, 1.5, Note: word, Passages: [new ReadPassage(Some.Id("other"), 2, 40, 90)]),
        };
        var now = SomeAnswer.Answered() with { Corpus = then.Corpus with { Articles = 67, Version = 13 }, Sentences = [then.Sentences[1], new AnswerSentence($"{word} is new.", SentenceKind.Fact, SurvBot.Answers.Support.Supported, 0.9, [1])] };
        var question = new Question(word, SomeAnswer.AsOf, [new Turn(word, word)]) { Publishers = [word], Since = Some.Date("2018") };
        Article[] present = [Some.Article("first", "Nothing of it."), Some.Article("other", "It has Moved. Kept.")];
        return new Replay(new Receipt("0f", SomeAnswer.AsOf.AddMinutes(1), question, then), QuoteCheck.Of(then.Citations, present), Rerun.Of(then, now));
    }

    private static Citation Citation(int n, string name, params string[] quotes) => SomeAnswer.Citation(n, Some.Url(n == 1 ? "first" : name)) with
    {
        Title = $"The {name} story",
        Publisher = name,
        Quotes = [.. quotes.Select((quote, i) => new Quote(quote, i * 14, i * 14 + quote.Length))],
    };
}

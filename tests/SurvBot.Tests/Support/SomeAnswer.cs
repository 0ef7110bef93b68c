using SurvBot.Answers;
using SurvBot.Corpus.Articles;

namespace SurvBot.Tests.Support;

/// <summary>Arbitrary answers, to be changed by <c>with</c>.</summary>
internal static class SomeAnswer
{
    public const string Body = "Alibaba led the $600 million round. Viper reads 1,000 cameras.";

    public static readonly DateTimeOffset AsOf = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A refusal without anything near.</summary>
    public static Answer NotFound(string text = "I found nothing in the corpus that answers this.") => new()
    {
        Id = "a1",
        Question = "Who?",
        StandaloneQuestion = "Who?",
        Language = "en",
        Mode = AnswerMode.Extractive,
        Status = AnswerStatus.NotFound,
        Text = text,
        AsOf = AsOf,
        Evidence = new EvidenceSummary(0, 0, null, null),
        Corpus = new CorpusSummary(66, PartialDate.OfDay(2026, 11, 3), PartialDate.OfYear(2017), null),
        Abstention = new Abstention("No article says so.", new Searched([], null, null, []), []),
        Diagnostics = new Diagnostics(null, null, [], 0, 0, 1),
    };

    /// <summary>An answer that quotes <see cref="Body"/>.</summary>
    public static Answer Answered(string text = "Alibaba led the $600 million round. [1]") => NotFound(text) with
    {
        Status = AnswerStatus.Answered,
        Abstention = null,
        Sentences = [new AnswerSentence("Alibaba led the $600 million round.", SentenceKind.Fact, SurvBot.Answers.Support.Supported, 0.9, [1])],
        Citations = [Citation(1)],
        Evidence = new EvidenceSummary(1, 1, PartialDate.OfDay(2018, 4, 11), PartialDate.OfDay(2018, 4, 11)),
    };

    public static Citation Citation(int n, string url = "https://news.example/sensetime") => new()
    {
        N = n,
        ArticleId = ArticleId.FromCanonicalUrl(url),
        Url = url,
        Title = "The money behind the cameras",
        Publisher = "The Verge",
        PublishedAt = PartialDate.OfDay(2018, 4, 11),
        RetrievedAt = AsOf,
        SourceKind = SourceKind.Independent,
        Quotes = [new Quote(Body[..35], 0, 35)],
    };
}

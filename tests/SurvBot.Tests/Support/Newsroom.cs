using SurvBot.Answers;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Generation.Questions;
using SurvBot.Answers.Generation.Translation;
using SurvBot.Answers.Generation.Writing;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Timelines;
using SurvBot.Answers.Tools;
using SurvBot.Bot.Conversations;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Tests.Support;

/// <summary>A few articles in a corpus file of their own and somebody who answers questions about them; gone after the test.</summary>
internal sealed class Newsroom : IDisposable
{
    public static readonly DateTimeOffset Now = new(2021, 6, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Finds that every sentence which may answer does, so that a test does not hang on how the shipped model is tuned.</summary>
    public static readonly SupportModel Trusting = new(EvidenceFeatures.Names, [.. EvidenceFeatures.Names.Select(_ => 0.0)], 2, 0.5, 0.5);

    private readonly TemporaryCorpus corpus = new();
    private readonly WordVectorEmbedder? embedder;
    private readonly FirstQuestions first;

    /// <summary>Who finds.</summary>
    public Retriever Retriever { get; }

    /// <summary>Who knows what to ask.</summary>
    public FirstQuestions First => first;

    /// <summary>Who answers.</summary>
    public AnswerService Answers { get; }

    /// <summary>Who says hello.</summary>
    public Greeting Greeting { get; }

    /// <summary>Who tells what happened in order.</summary>
    public TimelineTeller Timelines { get; }

    /// <summary>What other programs and models can do with it.</summary>
    public CorpusTools Tools { get; }

    private Newsroom(bool embeddings, SupportModel model, AliasBook aliases, ModelReader? reader, AnswerWriter? writer, AnswerTranslator? translator)
    {
        corpus.Clock.Now = Now;
        embedder = embeddings ? new WordVectorEmbedder() : null;
        var check = new SupportCheck(model);
        var options = new AnswerOptions();
        var retriever = Retriever = new Retriever(new PassageIndex(corpus.Store, EmbeddingModels.Of(embedder)), corpus.Store, EmbeddingModels.Of(embedder), new RetrievalOptions());
        Timelines = new TimelineTeller(retriever, options, aliases);
        Tools = new CorpusTools(retriever, new ArticleSearch(retriever), Timelines, corpus.Clock);
        Answers = new AnswerService(retriever, new EvidenceSearch(retriever, new EvidenceReader(embedder, model, options), options), check, new AnswerComposer(new CitationResolver(check), options), Timelines, aliases, writer, reader, translator);
        first = new FirstQuestions(corpus.Store, retriever, Answers, corpus.Clock);
        Greeting = new Greeting(first);
    }

    public static async Task<Newsroom> OpenAsync(IEnumerable<ArticleDraft> articles, bool embeddings = true, SupportModel? model = null, AliasBook? aliases = null, ModelReader? reader = null, AnswerWriter? writer = null, AnswerTranslator? translator = null)
    {
        var newsroom = new Newsroom(embeddings, model ?? Trusting, aliases ?? AliasBook.Empty, reader, writer, translator);
        await newsroom.corpus.IngestAsync(newsroom.embedder, [.. articles]);
        return newsroom;
    }

    /// <summary>Takes in more.</summary>
    public Task AddAsync(params ArticleDraft[] articles) => corpus.IngestAsync(embedder, articles);

    public Task<Answer> TellAsync(string subject, string? from = null, string? to = null, DateTimeOffset? asOf = null) =>
        Timelines.TellAsync(new TimelineRequest(subject) { From = from is null ? null : Some.Instant(from), To = to is null ? null : Some.Date(to).End }, asOf ?? Now, default);

    /// <summary>What is new or has changed since a date.</summary>
    public Task<Answer> AskSinceAsync(string since, string question, DateTimeOffset? asOf = null) => Answers.AskAsync(new Question(question, asOf ?? Now) { Since = Some.Date(since) }, default);

    public Task<Answer> AskAsync(string question, DateTimeOffset? asOf = null, params Turn[] history) => Answers.AskAsync(new Question(question, asOf ?? Now, history), default);

    /// <summary>Every step on the way to an answer, the answer last.</summary>
    public async Task<IReadOnlyList<AnswerUpdate>> StepsAsync(string question, DateTimeOffset? asOf = null) => await Answers.AnswerAsync(new Question(question, asOf ?? Now), default).ToListAsync();

    public async Task<IReadOnlyDictionary<ArticleId, Article>> ArticlesAsync() => await corpus.Store.ListArticlesAsync(default).ToDictionaryAsync(article => article.Id);

    public void Dispose()
    {
        first.Dispose();
        corpus.Dispose();
    }

    /// <summary>An article to take in, named by the last part of its address.</summary>
    public static ArticleDraft Draft(string name, string body, string? published = "2021-05-20", string? publisher = "The Verge") => new()
    {
        Url = $"https://news.example/{name}",
        Title = $"The {name} story",
        Publisher = publisher,
        PublishedAt = PartialDate.TryParse(published, out var date) ? date : null,
        Language = "en",
        Body = body,
        Origin = name,
    };

    /// <summary>A sentence of an article, found and judged.</summary>
    public static CandidateSentence Candidate(ArticleDraft draft, int ordinal = 0, double support = 0.9)
    {
        var article = new Article
        {
            Url = draft.Url,
            Title = draft.Title,
            Publisher = draft.Publisher,
            PublishedAt = draft.PublishedAt,
            RetrievedAt = Now,
            Body = draft.Body,
            IndependenceGroup = ArticleId.FromCanonicalUrl(draft.Url),
        };
        return new CandidateSentence(new ArticleText(article), ordinal, new RetrievedPassage(article, new Passage(1, article.Id, 0, 0, article.Body.Length), new PassageScores(1, 1, 1, 1, 1, 1) { Likeness = 1 })) { Support = support };
    }
}

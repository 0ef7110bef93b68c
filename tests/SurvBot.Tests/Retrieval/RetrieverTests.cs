using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Retrieval;

public sealed class RetrieverTests : IDisposable
{
    private const string Wire =
        "Example Vision has raised $600 million from Sample Holdings and other investors at a valuation of more than $3 billion, becoming the largest startup for artificial intelligence in the region. "
        + "The company, which specialises in systems that recognise faces in a crowd, said that it would hire four hundred engineers next year.";

    private static readonly SearchQuery Cameras = new() { Text = "cameras", AsOf = Some.Now };

    private readonly TemporaryCorpus corpus = new();
    private readonly WordVectorEmbedder embedder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => corpus.Dispose();

    [Fact]
    public async Task Nothing_published_after_the_question_is_found()
    {
        await IngestAsync(Dated("past", "2018-04-10"), Dated("today", "2018-04-11"), Dated("later", "2018-04-11T12:00:00Z"), Dated("tomorrow", "2018-04-12"), Dated("month", "2018-04"), Dated("before", "2018-03"), Dated("2018/04/09/told", "2018-04"), Dated("2018/04/12/told", "2018-04"), Dated("undated", null), Dated("2018/04/12/undated", null));

        (await FoundAsync(Cameras with { AsOf = Some.Instant("2018-04-11T11:59:59Z") })).ShouldBe(["past", "today", "before", "2018/04/09/told", "undated"], ignoreOrder: true);
        (await FoundAsync(Cameras with { AsOf = Some.Instant("2018-04-11T12:00:00Z") })).ShouldContain("later");
        (await FoundAsync(Cameras with { AsOf = Some.Instant("2018-04-30T23:59:59.9999999Z") })).ShouldContain("month");
    }

    [Fact]
    public async Task What_was_retrieved_by_then_was_there()
    {
        await IngestAsync(Dated("year", Some.Now.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        (await FoundAsync(Cameras)).ShouldBe(["year"]);
        (await FoundAsync(Cameras with { AsOf = Some.Now.AddTicks(-1) })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2018-04-10", null, "day instant month year")]
    [InlineData("2018-04-12", null, "month year")]
    [InlineData("2018-05", null, "year")]
    [InlineData("2019", null, "")]
    [InlineData(null, "2018", "")]
    [InlineData(null, "2018-02", "year")]
    [InlineData(null, "2018-04-11", "month year")]
    [InlineData(null, "2018-04-12", "day instant month year")]
    [InlineData("2018-04-11", "2018-04-11T09:00:00Z", "day month year")]
    [InlineData("2018-04-11T09:00:00Z", "2018-04-11T09:00:01Z", "day instant month year")]
    public async Task Bounds_keep_what_can_lie_between_them_and_nothing_undated(string? from, string? before, string names)
    {
        await IngestAsync(Dated("day", "2018-04-11"), Dated("instant", "2018-04-11T09:00:00Z"), Dated("month", "2018-04"), Dated("year", "2018"), Dated("undated", null));

        var found = await FoundAsync(Cameras with { PublishedFrom = from is null ? null : Some.Instant(from), PublishedBefore = before is null ? null : Some.Instant(before) });
        found.ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Fact]
    public async Task Only_the_publishers_asked_for_are_found()
    {
        await IngestAsync(By("a", "CNN"), By("b", "BBC"), By("c", "The Verge"), By("d", null));

        (await FoundAsync(Cameras with { Publishers = ["cnn", "BBC"] })).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public async Task Exact_words_must_stand_in_the_article()
    {
        await IngestAsync(
            Some.Draft("body", "Cameras are a Big Deal in China."),
            Some.Draft("title", "Cameras everywhere.") with { Title = "A big deal in China" },
            Some.Draft("apart", "A deal about cameras in China is big. A big one, a deal."));

        (await FoundAsync(Cameras with { Phrases = ["big deal in china"] })).ShouldBe(["body", "title"], ignoreOrder: true);
        (await FoundAsync(Cameras with { Phrases = ["big deal in china", "everywhere"] })).ShouldBe(["title"]);
    }

    [Fact]
    public async Task A_publisher_that_the_question_names_ranks_higher_and_no_other_falls_out()
    {
        await IngestAsync([.. Enumerable.Range(0, 4).Select(i => By($"n{i}", i == 2 ? "CNN" : "BBC", "Cameras in the street."))]);

        (await FoundAsync(Cameras))[0].ShouldNotBe("n2");
        var found = await FoundAsync(Cameras with { NamedPublishers = ["cnn"] });
        found[0].ShouldBe("n2");
        found.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Copies_come_after_other_voices_and_the_documented_one_leads()
    {
        await IngestAsync(
            Some.Draft("bare", Wire),
            Some.Draft("documented", Wire) with { Publisher = "Reuters", PublishedAt = Some.Date("2018-04-11") },
            Some.Draft("dated", Wire) with { PublishedAt = Some.Date("2018-04-11") },
            Some.Draft("own", "A startup for artificial intelligence named Example Vision will hire engineers, two people said."));

        var found = await FoundAsync(new SearchQuery { Text = "Example Vision startup engineers", AsOf = Some.Now });
        found.Where(name => name != "own").ShouldBe(["documented", "dated", "bare"]);
        found.IndexOf("own").ShouldBeLessThan(2);
    }

    [Fact]
    public async Task Of_equal_texts_the_newer_ranks_higher()
    {
        await IngestAsync(Dated("old", "2026-08-01"), Dated("new", "2026-11-10"), Dated("middle", "2026-10-20"), Dated("undated", null));

        (await FoundAsync(Cameras))[..3].ShouldBe(["new", "middle", "old"]);
    }

    [Fact]
    public async Task Age_does_not_count_when_all_evidence_is_old()
    {
        string[] words = ["cameras", "cameras police", "cameras police faces", "police", "faces in crowds and cameras of police", "crowds"];
        await IngestAsync([.. words.SelectMany((text, i) => new[] { 2010, 2013, 2017 }.Select(year => Some.Draft($"n{i}-{year}", $"{text} of {year}, article {i}.") with { PublishedAt = Some.Date($"{year}-0{i + 1}-1{i}") }))]);
        var query = new SearchQuery { Text = "police cameras that see faces", AsOf = Some.Now };

        var scores = (await Retriever().SearchAsync(query, Token)).Passages;
        scores.Select(passage => passage.Scores.Time).ShouldBe(scores.Select(_ => new RetrievalOptions().OldestFactor), 1e-6);
        (await FoundAsync(query)).ShouldBe(await FoundAsync(query, new RetrievalOptions { OldestFactor = 1 }));
    }

    [Fact]
    public async Task The_time_that_a_question_asks_about_ranks_higher_than_recency()
    {
        await IngestAsync(Dated("then", "2018-03-05"), Dated("month", "2018-03"), Dated("new", "2026-11-11"), Dated("undated", null));

        var found = await FoundAsync(Cameras with { Period = new TimeRange(Some.Instant("2018-03"), Some.Instant("2018-04"), TimeAxis.Published, "in March 2018") });
        found[..2].ShouldBe(["then", "month"], ignoreOrder: true);
        found.Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_shares_no_word_is_found_by_its_meaning()
    {
        await IngestAsync(Some.Draft("meant", "The town bought CCTV."), Some.Draft("other", "The council met on Monday."));

        (await FoundAsync(Cameras with { Text = "camera" })).ShouldBe(["meant"]);
        (await FoundAsync(Cameras with { Text = "camera" }, withoutModel: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mistyped_word_is_searched_for_as_it_was_meant()
    {
        await IngestAsync(Some.Draft("a", "SenseTime sells cameras."));

        var result = await Retriever(withoutModel: true).SearchAsync(Cameras with { Text = "senestime" }, Token);
        result.Passages.ShouldHaveSingleItem();
        var term = result.Terms.ShouldHaveSingleItem();
        (term.Asked, term.Term).ShouldBe(("senestim", "sensetim"));
    }

    [Fact]
    public async Task A_passage_is_given_exactly_with_the_scores_that_rank_it()
    {
        await IngestAsync(Some.Draft("a", "Cameras are watching.") with { Publisher = "CNN" }, Some.Draft("b", "Watching the sea."));

        var passages = (await Retriever().SearchAsync(Cameras with { Text = "watching cameras" }, Token)).Passages;
        passages[0].Text.ShouldBe("Cameras are watching.");
        passages.Select(passage => passage.Scores.Fused).ShouldBe(passages.Select(passage => passage.Scores.Fused).OrderDescending());
        passages[0].Scores.ShouldSatisfyAllConditions(s => s.Keyword.ShouldBe(1), s => s.WholeArticle.ShouldBe(1), s => s.Publisher.ShouldBe(1), s => s.Embedding.ShouldBeInRange(0.5f, 1));
    }

    [Fact]
    public async Task No_more_passages_come_than_were_asked_for()
    {
        await IngestAsync([.. Enumerable.Range(0, 9).Select(i => Dated($"n{i}", null))]);

        (await FoundAsync(Cameras with { Take = 4 })).Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("zeppelin")]
    [InlineData("the of and")]
    [InlineData("")]
    public async Task Nothing_is_found_where_nothing_matches(string text)
    {
        await IngestAsync(Dated("a", null));
        (await FoundAsync(Cameras with { Text = text })).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_article_that_changes_under_a_search_is_not_quoted_by_old_offsets()
    {
        await IngestAsync(Some.Draft("a", "Cameras are watching the town."));
        using var index = new PassageIndex(corpus.Store, EmbeddingModels.None);
        await index.RefreshAsync(Token);
        var retriever = new Retriever(index, new LateStore(corpus.Store, _ => IngestAsync(Some.Draft("a", "A correction: there never was anything of the kind in this town."))), EmbeddingModels.None, new RetrievalOptions());

        (await retriever.SearchAsync(Cameras, Token)).Passages.ShouldBeEmpty();
        (await retriever.SearchAsync(Cameras with { Text = "correction" }, Token)).Passages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_overview_tells_what_can_be_found()
    {
        await IngestAsync(By("a", "CNN") with { PublishedAt = Some.Date("2018-04") }, By("b", "CNN") with { PublishedAt = Some.Date("2019-01-02") });

        (await Retriever().GetOverviewAsync(Token)).ShouldSatisfyAllConditions(
            o => o.Articles.ShouldBe(2),
            o => o.Publishers.ShouldBe(["CNN"]),
            o => o.NewestPublished.ShouldBe(Some.Date("2019-01-02")),
            o => o.OldestPublished.ShouldBe(Some.Date("2018-04")));
    }

    [Fact]
    public async Task Without_a_model_a_search_says_that_it_goes_by_keywords_only()
    {
        await IngestAsync(Some.Draft("a", "Cameras in town."));

        (await Retriever().SearchAsync(Cameras, Token)).ShouldSatisfyAllConditions(r => r.KeywordsOnly.ShouldBeNull(), r => r.Passages.ShouldHaveSingleItem().Scores.Likeness.ShouldNotBeNull());
        (await Retriever(withoutModel: true).SearchAsync(Cameras, Token)).ShouldSatisfyAllConditions(
            r => r.KeywordsOnly.ShouldNotBeNull().ShouldContain("no embedding model"), r => r.Passages.ShouldHaveSingleItem().Scores.Likeness.ShouldBeNull());
    }

    [Fact]
    public async Task A_model_that_fails_leaves_the_search_its_keywords_and_the_reason()
    {
        await IngestAsync(Some.Draft("a", "Cameras in town."));
        var failing = new EmbeddingModels(new EmbeddingModel("word-vectors-1", embedder, new FailingEmbedder()), null);
        using var index = new PassageIndex(corpus.Store, failing);

        var found = await new Retriever(index, corpus.Store, failing, new RetrievalOptions()).SearchAsync(Cameras, Token);
        found.Passages.ShouldHaveSingleItem().Scores.ShouldSatisfyAllConditions(s => s.Keyword.ShouldBeGreaterThan(0), s => s.Embedding.ShouldBe(0), s => s.Likeness.ShouldBeNull());
        found.KeywordsOnly.ShouldBe("The embedding model failed (InvalidOperationException)", "what it says itself may hold a secret");
    }

    [Fact]
    public async Task Whoever_gives_the_search_up_is_not_answered_by_keywords()
    {
        await IngestAsync(Some.Draft("a", "Cameras in town."));
        using var givenUp = new CancellationTokenSource();
        var models = new EmbeddingModels(new EmbeddingModel("word-vectors-1", embedder, new FailingEmbedder(givenUp.Cancel)), null);
        using var index = new PassageIndex(corpus.Store, models);

        await Should.ThrowAsync<OperationCanceledException>(() => new Retriever(index, corpus.Store, models, new RetrievalOptions()).SearchAsync(Cameras, givenUp.Token));
    }

    private static ArticleDraft Dated(string name, string? date) => Some.Draft(name, $"Cameras in {name} town.") with { PublishedAt = date is null ? null : Some.Date(date) };

    private static ArticleDraft By(string name, string? publisher, string? body = null) => Some.Draft(name, body ?? $"Cameras in {name} town.") with { Title = "News", Publisher = publisher };

    private async Task IngestAsync(params ArticleDraft[] drafts) => await corpus.IngestAsync(embedder, drafts);

    private EmbeddingModels ModelsFor(bool withoutModel) => withoutModel ? EmbeddingModels.None : EmbeddingModels.Of(embedder);

    private Retriever Retriever(RetrievalOptions? options = null, bool withoutModel = false) =>
        new(new PassageIndex(corpus.Open(), ModelsFor(withoutModel)), corpus.Open(), ModelsFor(withoutModel), options ?? new RetrievalOptions());

    private async Task<List<string>> FoundAsync(SearchQuery query, RetrievalOptions? options = null, bool withoutModel = false) =>
        [.. (await Retriever(options, withoutModel).SearchAsync(query, Token)).Passages.Select(passage => passage.Article.Url["https://news.example/".Length..])];
}

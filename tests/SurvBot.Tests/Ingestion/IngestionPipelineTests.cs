using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Ingestion;

public sealed class IngestionPipelineTests : IDisposable
{
    private const string Wire =
        "Example Vision has raised $600 million from Sample Holdings and other investors at a valuation of more than $3 billion, becoming the largest startup for artificial intelligence in the region. "
        + "The company, which specialises in systems that recognise faces in a crowd, said that it would hire four hundred engineers next year.";

    private readonly TemporaryCorpus corpus = new();
    private readonly WordVectorEmbedder embedder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => corpus.Dispose();

    [Fact]
    public async Task A_new_article_is_added_with_all_that_is_known_of_it()
    {
        var draft = Some.Draft() with
        {
            Publisher = "CNN",
            Author = "A. Writer",
            PublishedAt = Some.Date("2018-04"),
            UpdatedAt = Some.Date("2019"),
            Language = "en",
            SourceKind = SourceKind.Wire,
        };
        var result = (await corpus.IngestAsync(embedder, draft)).ShouldHaveSingleItem();

        (result.Origin, result.Outcome, result.Reason, result.IsCopy, result.Embedded).ShouldBe(("cameras", IngestionOutcome.Added, null, false, 1));
        (await ArticleAsync("cameras")).ShouldBe(Some.Article() with
        {
            Publisher = "CNN",
            Author = "A. Writer",
            PublishedAt = Some.Date("2018-04"),
            UpdatedAt = Some.Date("2019"),
            Language = "en",
            SourceKind = SourceKind.Wire,
        });
    }

    [Fact]
    public async Task Unchanged_content_costs_no_embedding_and_no_version()
    {
        await corpus.IngestAsync(embedder, Some.Draft("a"), Some.Draft("b"));
        embedder.Texts.Clear();
        long version = await corpus.Store.GetVersionAsync(Token);
        corpus.Clock.Now = Some.Now.AddDays(1);

        (await corpus.IngestAsync(embedder, Some.Draft("b") with { Origin = "elsewhere" }, Some.Draft("a")))
            .ShouldAllBe(result => result.Outcome == IngestionOutcome.Unchanged && result.Embedded == 0);
        embedder.Texts.ShouldBeEmpty();
        (await corpus.Store.GetVersionAsync(Token)).ShouldBe(version);
    }

    [Fact]
    public async Task Changed_content_becomes_a_revision()
    {
        await corpus.IngestAsync(embedder, Some.Draft("a"));
        (await corpus.IngestAsync(embedder, Some.Draft("a", "New words."))).ShouldHaveSingleItem().Outcome.ShouldBe(IngestionOutcome.Updated);
        (await corpus.IngestAsync(embedder, Some.Draft("a", "New words.") with { PublishedAt = Some.Date("2018") })).ShouldHaveSingleItem().Outcome.ShouldBe(IngestionOutcome.Updated);

        (await ArticleAsync("a")).ShouldSatisfyAllConditions(a => a.Revision.ShouldBe(3), a => a.Body.ShouldBe("New words."), a => a.PublishedAt.ShouldBe(Some.Date("2018")));
    }

    [Fact]
    public async Task A_copy_is_kept_and_shares_the_group_of_the_first()
    {
        var results = await corpus.IngestAsync(embedder, Some.Draft("first", Wire), Some.Draft("second", Wire + " He declined to comment."));
        results.AddRange(await corpus.IngestAsync(embedder, Some.Draft("third", "HONG KONG: " + Wire), Some.Draft("own")));

        results.Select(result => result.IsCopy).ShouldBe([false, true, true, false]);
        results.ShouldAllBe(result => result.Outcome == IngestionOutcome.Added);
        foreach (string name in (string[])["first", "second", "third"])
            (await ArticleAsync(name)).IndependenceGroup.ShouldBe(Some.Id("first"), name);
        (await ArticleAsync("own")).IndependenceGroup.ShouldBe(Some.Id("own"));
    }

    [Fact]
    public async Task What_could_not_be_read_is_a_result_in_its_place_and_the_run_goes_on()
    {
        ReadOutcome[] input = [new ArticleRead(Some.Draft("a")), new ReadFailure("x.jsonl:2", "the line is not valid JSON") { BytesRead = 5, BytesTotal = 9 }, new ArticleRead(Some.Draft("b"))];
        var results = await RunAsync(input.ToAsyncEnumerable()).ToListAsync(Token);

        results.Select(result => (result.Origin, result.Outcome, result.Reason)).ShouldBe(
            [("a", IngestionOutcome.Added, null), ("x.jsonl:2", IngestionOutcome.Failed, "the line is not valid JSON"), ("b", IngestionOutcome.Added, null)]);
        (results[1].BytesRead, results[1].BytesTotal).ShouldBe((5, 9));
    }

    [Fact]
    public async Task An_original_supersedes_its_brief_and_never_the_other_way_round()
    {
        var brief = Some.Draft("a", "In short.") with { SourceKind = SourceKind.Brief };
        await corpus.IngestAsync(embedder, brief);
        (await corpus.IngestAsync(embedder, Some.Draft("a"))).ShouldHaveSingleItem().Outcome.ShouldBe(IngestionOutcome.Updated);
        (await ArticleAsync("a")).SourceKind.ShouldBe(SourceKind.Independent);

        embedder.Texts.Clear();
        var again = (await corpus.IngestAsync(embedder, brief)).ShouldHaveSingleItem();
        (again.Outcome, again.Reason).ShouldBe((IngestionOutcome.Unchanged, "the original article is here, its brief is not needed"));
        embedder.Texts.ShouldBeEmpty();
        (await ArticleAsync("a")).Body.ShouldBe(Some.Article("a").Body);
    }

    [Fact]
    public async Task A_newer_brief_replaces_an_older_one()
    {
        await corpus.IngestAsync(embedder, Some.Draft("a", "In short.") with { SourceKind = SourceKind.Brief });
        (await corpus.IngestAsync(embedder, Some.Draft("a", "In other words.") with { SourceKind = SourceKind.Brief })).ShouldHaveSingleItem().Outcome.ShouldBe(IngestionOutcome.Updated);
    }

    [Fact]
    public async Task What_was_removed_is_refused()
    {
        await corpus.IngestAsync(embedder, Some.Draft("a"));
        await corpus.Store.RemoveAsync(Some.Id("a"), Token);
        embedder.Texts.Clear();

        var results = await corpus.IngestAsync(embedder, Some.Draft("a", "Other words."), Some.Draft("b"));
        results.Select(result => (result.Outcome, result.Reason)).ShouldBe([(IngestionOutcome.Failed, "this article was removed on 2026-11-12 and stays away"), (IngestionOutcome.Added, null)]);
        embedder.Texts.ShouldHaveSingleItem().ShouldStartWith("The b report\n");
        corpus.HoldsOnDisk("Other words").ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_address_twice_in_one_run_is_compared_with_itself()
    {
        var results = await corpus.IngestAsync(embedder, Some.Draft("a"), Some.Draft("a"), Some.Draft("b"), Some.Draft("a", "New words."), Some.Draft("a"));

        results.Select(result => result.Outcome).ShouldBe([IngestionOutcome.Added, IngestionOutcome.Unchanged, IngestionOutcome.Added, IngestionOutcome.Updated, IngestionOutcome.Updated]);
        (await corpus.Store.GetStatusAsync(Token)).Articles.ShouldBe(2);
        (await ArticleAsync("a")).Revision.ShouldBe(3);
    }

    [Fact]
    public async Task A_result_comes_only_after_its_article_is_stored()
    {
        var other = corpus.Open();
        int seen = 0;
        await foreach (var result in RunAsync(Enumerable.Range(0, 50).Select(i => new ArticleRead(Some.Draft($"n{i}"))).ToAsyncEnumerable()))
        {
            (await other.GetArticlesAsync([Some.Id(result.Origin)], Token)).ShouldHaveSingleItem();
            result.Origin.ShouldBe($"n{seen++}");
        }
        seen.ShouldBe(50);
    }

    [Fact]
    public async Task A_failing_store_loses_nothing_that_was_reported_and_reports_nothing_that_is_lost()
    {
        corpus.Execute("CREATE TRIGGER full BEFORE INSERT ON articles WHEN NEW.title = 'The n40 report' BEGIN SELECT RAISE(ABORT, 'no more room'); END");
        var reported = new List<string>();
        await Should.ThrowAsync<CorpusStoreException>(async () =>
        {
            await foreach (var result in RunAsync(Enumerable.Range(0, 60).Select(i => new ArticleRead(Some.Draft($"n{i}"))).ToAsyncEnumerable()))
                reported.Add(result.Origin);
        });

        reported.Count.ShouldBeInRange(1, 40);
        (await corpus.Store.ListArticlesAsync(Token).ToListAsync(Token)).Select(article => article.Id).ShouldBe(reported.Select(Some.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task Endless_failures_are_reported_before_the_input_ends()
    {
        int read = 0;
        async IAsyncEnumerable<ReadOutcome> Input()
        {
            yield return new ArticleRead(Some.Draft("a"));
            await Task.CompletedTask;
            while (true)
                yield return ++read < 100_000 ? new ReadFailure($"x:{read}", "no body") : throw new InvalidOperationException("nothing was reported");
        }
        (await RunAsync(Input()).Take(3).ToListAsync(Token)).Select(result => result.Origin).ShouldBe(["a", "x:1", "x:2"]);
    }

    [Fact]
    public async Task Passages_without_vectors_are_embedded_once_a_model_is_there()
    {
        await corpus.IngestAsync(null, Some.Draft("a"), Some.Draft("b"));
        (await corpus.Store.GetStatusAsync(Token)).ShouldSatisfyAllConditions(s => s.Passages.ShouldBe(2), s => s.Embedded.ShouldBe(0));

        await corpus.IngestAsync(embedder, Some.Draft("a"));
        embedder.Texts.Order().ShouldBe([EmbeddedText.Of("The a report", Some.Article("a").Body), EmbeddedText.Of("The b report", Some.Article("b").Body)]);
        (await corpus.Store.GetStatusAsync(Token)).ShouldSatisfyAllConditions(s => s.Embedded.ShouldBe(2), s => s.EmbeddingModel.ShouldBe("word-vectors-1"));
        await StoredVectorsShouldFitAsync("word-vectors-1");
    }

    [Fact]
    public async Task Every_passage_of_a_batch_gets_its_own_vector()
    {
        string long_ = string.Concat(Enumerable.Range(0, 60).Select(i => $"The council of town number {i} bought forty cameras that can recognise faces in a crowd. "));
        await corpus.IngestAsync(embedder, Some.Draft("short"), Some.Draft("long", long_), Some.Draft("last"));

        (await corpus.Store.GetStatusAsync(Token)).ShouldSatisfyAllConditions(s => s.Passages.ShouldBeGreaterThan(5), s => s.Embedded.ShouldBe(s.Passages));
        await StoredVectorsShouldFitAsync("word-vectors-1");
    }

    private IAsyncEnumerable<IngestionResult> RunAsync(IAsyncEnumerable<ReadOutcome> input) => new IngestionPipeline(corpus.Store, EmbeddingModels.Of(embedder), corpus.Clock).RunAsync(input, Token);

    private async Task<Article> ArticleAsync(string name) => (await corpus.Store.GetArticlesAsync([Some.Id(name)], Token)).ShouldHaveSingleItem();

    private async Task StoredVectorsShouldFitAsync(string model)
    {
        await foreach (var change in corpus.Store.ReadChangesAsync(0, model, Token))
            foreach (var (passage, vector) in change.Passages)
                vector.ShouldBe(WordVectorEmbedder.VectorOf(EmbeddedText.Of(change.Article!.Title, change.Article.Body[passage.Start..passage.End])).Select(value => (Half)value));
    }
}

using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Store;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Store;

/// <summary>What every corpus store promises.</summary>
public abstract class CorpusStoreTests
{
    private static readonly Half[] North = Some.Vector(1, 0), East = Some.Vector(0, 1);

    /// <summary>Opens the test's one corpus, as another process would.</summary>
    protected abstract ICorpusStore Open();

    /// <summary>Sets the time at which the store believes it writes.</summary>
    protected abstract void SetClock(DateTimeOffset now);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_corpus_is_empty()
    {
        var status = await Open().GetStatusAsync(Token);
        status.ShouldBe(new CorpusStatus(0, 0, 0, 0, null, null, null, null));
        (await Open().GetVersionAsync(Token)).ShouldBe(0);
        (await ChangesAsync(Open(), 0)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2018")]
    [InlineData("2018-04")]
    [InlineData("2018-04-11")]
    [InlineData("2018-04-11T10:30:00.1234567Z")]
    [InlineData(null)]
    public async Task Every_field_of_an_article_comes_back(string? date)
    {
        var article = new Article
        {
            Url = "https://news.example/a?b=c",
            Title = "“Viper” & the cámeras",
            Publisher = "The Verge",
            Author = "A. Writer, B. Writer",
            PublishedAt = date is null ? null : Some.Date(date),
            UpdatedAt = date is null ? null : Some.Date(date),
            RetrievedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(67),
            Language = "en",
            SourceKind = SourceKind.StateMedia,
            Body = "One 🎥 paragraph.\n\n另一个 '段落'.",
            Revision = 7,
            IndependenceGroup = Some.Id("another"),
        };
        await Open().WriteAsync([Some.Write(article)], Token);

        (await Open().GetArticlesAsync([article.Id, Some.Id("nowhere")], Token)).ShouldBe([article]);
        (await Open().ListArticlesAsync(Token).ToListAsync(Token)).ShouldBe([article]);
        (await ChangesAsync(Open(), 0)).ShouldHaveSingleItem().Article.ShouldBe(article);
    }

    [Fact]
    public async Task A_bare_article_comes_back_bare()
    {
        var article = Some.Article();
        await Open().WriteAsync([Some.Write(article)], Token);

        (await Open().GetArticlesAsync([article.Id], Token)).ShouldBe([article]);
    }

    [Fact]
    public async Task Nothing_asked_for_is_nothing_given()
    {
        await Open().WriteAsync([Some.Write()], Token);

        (await Open().GetArticlesAsync([], Token)).ShouldBeEmpty();
        (await Open().GetContentAsync([], Token)).ShouldBeEmpty();
        (await Open().GetTombstonesAsync([], Token)).ShouldBeEmpty();
        (await Open().FindCopyCandidatesAsync([], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Passages_come_back_with_their_places_and_vectors()
    {
        var article = Some.Article();
        await Open().WriteAsync([Some.Write(article, North, East)], Token);

        var passages = (await ChangesAsync(Open(), 0, "m")).ShouldHaveSingleItem().Passages;
        passages.Select(stored => article.Body[stored.Passage.Start..stored.Passage.End]).ShouldBe(article.Body.Split("\n\n"));
        passages.Select(stored => (stored.Passage.ArticleId, stored.Passage.Ordinal)).ShouldBe([(article.Id, 0), (article.Id, 1)]);
        passages[0].Vector.ShouldBe(North);
        passages[1].Vector.ShouldBe(East);
    }

    [Fact]
    public async Task Passages_without_vectors_are_handed_out_and_get_them()
    {
        await Open().TrySwitchModelAsync("m", Token);
        await Open().WriteAsync([Some.Write("harbour")], Token);

        var waiting = await Open().GetUnembeddedAsync("m", 10, Token);
        waiting.Select(passage => passage.Text).ShouldBe(Some.Article("harbour").Body.Split("\n\n"));
        waiting[0].Title.ShouldBe("The harbour report");
        (await Open().GetUnembeddedAsync("m", 1, Token)).Count.ShouldBe(1);
        long before = await Open().GetVersionAsync(Token);
        await Open().SetVectorsAsync("m", [new StoredVector(waiting[1].PassageId, East)], Token);

        (await Open().GetUnembeddedAsync("m", 10, Token)).Select(passage => passage.PassageId).ShouldBe([waiting[0].PassageId]);
        (await ChangesAsync(Open(), before, "m")).ShouldHaveSingleItem().Passages.Select(stored => stored.Vector).ShouldBe([null, East]);
        (await Open().GetStatusAsync(Token)).Embedded.ShouldBe(1);
        (await Open().CountEmbeddedAsync("m", Token)).ShouldBe(1);
    }

    [Fact]
    public async Task Vectors_of_another_model_stand_beside_and_are_nothing_new_for_readers()
    {
        await Open().TrySwitchModelAsync("m", Token);
        await Open().WriteAsync([Some.Write("harbour", North, East)], Token);
        long before = await Open().GetVersionAsync(Token);
        var waiting = await Open().GetUnembeddedAsync("other", 10, Token);
        waiting.Count.ShouldBe(2);
        await Open().SetVectorsAsync("other", [new StoredVector(waiting[0].PassageId, East)], Token);

        (await Open().GetVersionAsync(Token)).ShouldBe(before);
        (await ChangesAsync(Open(), 0, "m")).Single().Passages.Select(stored => stored.Vector).ShouldBe([North, East]);
        (await ChangesAsync(Open(), 0, "other")).Single().Passages.Select(stored => stored.Vector).ShouldBe([East, null]);
        (await ChangesAsync(Open(), 0)).Single().Passages.ShouldAllBe(stored => stored.Vector == null);
        (await VectorsAsync("other")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(v => v.PassageId.ShouldBe(waiting[0].PassageId), v => v.Vector.ShouldBe(East));
        (await Open().GetStatusAsync(Token)).ShouldSatisfyAllConditions(s => s.EmbeddingModel.ShouldBe("m"), s => s.Embedded.ShouldBe(2));
        (await Open().CountEmbeddedAsync("other", Token)).ShouldBe(1);
    }

    [Fact]
    public async Task A_model_serves_only_when_every_passage_has_its_vector_and_then_alone()
    {
        (await Open().GetServingModelAsync(Token)).ShouldBeNull();
        (await Open().TrySwitchModelAsync("m", Token)).ShouldBeTrue("nothing waits in an empty corpus");
        await Open().WriteAsync([Some.Write("harbour", North, East)], Token);
        var waiting = await Open().GetUnembeddedAsync("other", 10, Token);
        await Open().SetVectorsAsync("other", [new StoredVector(waiting[0].PassageId, East)], Token);
        long before = await Open().GetVersionAsync(Token);

        (await Open().TrySwitchModelAsync("other", Token)).ShouldBeFalse();
        ((await Open().GetServingModelAsync(Token)), await Open().GetVersionAsync(Token), (await VectorsAsync("m")).Count).ShouldBe(("m", before, 2));

        await Open().SetVectorsAsync("other", [new StoredVector(waiting[1].PassageId, North)], Token);
        (await Open().TrySwitchModelAsync("other", Token)).ShouldBeTrue();
        (await Open().GetServingModelAsync(Token)).ShouldBe("other");
        long after = await Open().GetVersionAsync(Token);
        after.ShouldBeGreaterThan(before);
        (await VectorsAsync("m")).ShouldBeEmpty();
        (await VectorsAsync("other")).Count.ShouldBe(2);

        (await Open().TrySwitchModelAsync("other", Token)).ShouldBeTrue();
        (await Open().GetVersionAsync(Token)).ShouldBe(after, "the same model changes nothing");
    }

    [Fact]
    public async Task A_vector_for_a_passage_that_is_gone_is_left_out()
    {
        await Open().WriteAsync([Some.Write("a")], Token);
        var waiting = await Open().GetUnembeddedAsync("m", 10, Token);
        await Open().WriteAsync([Some.Write(Some.Article("a", "New words.") with { Revision = 2 })], Token);
        await Open().SetVectorsAsync("m", [.. waiting.Select(passage => new StoredVector(passage.PassageId, North))], Token);

        (await VectorsAsync("m")).ShouldBeEmpty();
        (await Open().GetUnembeddedAsync("m", 10, Token)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Vectors_go_with_their_article()
    {
        await Open().WriteAsync([Some.Write("a", North, East), Some.Write("b", North, East)], Token);
        await Open().RemoveAsync(Some.Id("a"), Token);
        (await VectorsAsync("m")).Count.ShouldBe(2);
    }

    [Fact]
    public void One_process_embeds_at_a_time()
    {
        var first = Open().TryLockForEmbedding().ShouldNotBeNull();
        Open().TryLockForEmbedding().ShouldBeNull();
        using (var writing = Open().TryLockForWriting())
            writing.ShouldNotBeNull("an ingest goes on beside it");
        first.Dispose();
        using var second = Open().TryLockForEmbedding();
        second.ShouldNotBeNull();
    }

    [Fact]
    public async Task Versions_grow_and_a_reader_gets_just_what_changed()
    {
        var versions = new List<long>();
        async Task DoAsync(Func<ICorpusStore, Task> change)
        {
            await change(Open());
            versions.Add(await Open().GetVersionAsync(Token));
        }
        await DoAsync(store => store.WriteAsync([Some.Write("a"), Some.Write("b")], Token));
        await DoAsync(store => store.WriteAsync([Some.Write("c")], Token));
        await DoAsync(store => store.WriteAsync([Some.Write(Some.Article("a", "New words.") with { Revision = 2 })], Token));
        await DoAsync(store => store.RemoveAsync(Some.Id("b"), Token));

        versions.ShouldBe(versions.Distinct().Order());
        (await IdsAsync(versions[3])).ShouldBeEmpty();
        (await IdsAsync(versions[2])).ShouldBe(["-b"]);
        (await IdsAsync(versions[1])).ShouldBe(["-b", "+a"]);
        (await IdsAsync(versions[0])).ShouldBe(["-b", "+c", "+a"]);
        (await IdsAsync(0)).ShouldBe(["-b", "+c", "+a"]);
        (await ChangesAsync(Open(), versions[1])).Last().Article!.Body.ShouldBe("New words.");

        async Task<IEnumerable<string>> IdsAsync(long version) =>
            (await ChangesAsync(Open(), version)).Select(change => (change.Article is null ? "-" : "+") + new[] { "a", "b", "c" }.Single(name => Some.Id(name) == change.Id));
    }

    [Fact]
    public async Task A_new_revision_replaces_the_passages_and_their_ids_are_not_used_again()
    {
        await Open().WriteAsync([Some.Write("a")], Token);
        var before = (await ChangesAsync(Open(), 0)).Single().Passages.Select(stored => stored.Passage.Id).ToList();
        await Open().WriteAsync([Some.Write(Some.Article("a", "New words.") with { Revision = 2 })], Token);

        var after = (await ChangesAsync(Open(), 0)).ShouldHaveSingleItem().Passages;
        after.ShouldHaveSingleItem().Passage.Id.ShouldBeGreaterThan(before.Max());
        (await Open().GetStatusAsync(Token)).ShouldSatisfyAllConditions(s => s.Articles.ShouldBe(1), s => s.Passages.ShouldBe(1));
    }

    [Fact]
    public async Task What_is_stored_is_known_by_its_content()
    {
        var write = Some.Write(Some.Article("a") with { SourceKind = SourceKind.Brief, Revision = 3, IndependenceGroup = Some.Id("b") });
        await Open().WriteAsync([write], Token);

        var content = await Open().GetContentAsync([Some.Id("a"), Some.Id("nowhere")], Token);
        content.Keys.ShouldBe([Some.Id("a")]);
        var (hash, revision, kind, group) = content[Some.Id("a")];
        hash.ShouldBe(write.ContentHash);
        (revision, kind, group).ShouldBe((3, SourceKind.Brief, Some.Id("b")));
    }

    [Fact]
    public async Task Copies_are_found_by_a_band_of_the_text_as_it_is_now()
    {
        await Open().WriteAsync([Some.Write("a") with { CopyBands = [1, 2] }, Some.Write("b") with { CopyBands = [2, 3, 3] }], Token);
        (await Open().FindCopyCandidatesAsync([2], Token)).Select(copy => copy.Id).ShouldBe([Some.Id("a"), Some.Id("b")], ignoreOrder: true);
        (await Open().FindCopyCandidatesAsync([1, 9], Token)).ShouldHaveSingleItem().Body.ShouldBe(Some.Article("a").Body);

        await Open().WriteAsync([Some.Write(Some.Article("a") with { Revision = 2 }) with { CopyBands = [5] }], Token);
        (await Open().FindCopyCandidatesAsync([1], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_copies_of_one_text_the_earliest_few_are_compared()
    {
        await Open().WriteAsync([Some.Write("other") with { CopyBands = [1] }, .. Enumerable.Range(0, 9).Select(i =>
            Some.Write(Some.Article($"n{i}") with { IndependenceGroup = Some.Id("n0"), RetrievedAt = Some.Now.AddMinutes(i) }) with { CopyBands = [1] })], Token);

        (await Open().FindCopyCandidatesAsync([1], Token)).Select(copy => copy.Id).ShouldBe([Some.Id("other"), Some.Id("n0"), Some.Id("n1"), Some.Id("n2")], ignoreOrder: true);
    }

    [Fact]
    public async Task Articles_are_listed_from_the_newest_to_the_oldest_and_the_undated_last()
    {
        string?[] dates = ["2018-04", null, "2019", "2018-04-11T10:00:00Z", "2018-04-11"];
        await Open().WriteAsync([.. dates.Select((date, i) => Some.Write(Some.Article($"n{i}") with { PublishedAt = date is null ? null : Some.Date(date) }))], Token);

        (await Open().ListArticlesAsync(Token).ToListAsync(Token)).Select(article => article.PublishedAt?.ToString())
            .ShouldBe(["2019", "2018-04-11T10:00:00Z", "2018-04-11", "2018-04", null]);
        var status = await Open().GetStatusAsync(Token);
        (status.NewestPublished.ToString(), status.OldestPublished.ToString()).ShouldBe(("2019", "2018-04"));
    }

    [Fact]
    public async Task The_last_ingest_is_when_something_was_written()
    {
        SetClock(Some.Now.AddHours(1));
        await Open().WriteAsync([Some.Write()], Token);
        SetClock(Some.Now.AddHours(2));

        (await Open().GetStatusAsync(Token)).LastIngestAt.ShouldBe(Some.Now.AddHours(1));
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_leaves_a_tombstone()
    {
        await Open().WriteAsync([Some.Write("a") with { CopyBands = [1] }, Some.Write("b")], Token);
        (await Open().RemoveAsync(Some.Id("a"), Token)).ShouldBeTrue();

        (await Open().GetArticlesAsync([Some.Id("a")], Token)).ShouldBeEmpty();
        (await Open().GetContentAsync([Some.Id("a")], Token)).ShouldBeEmpty();
        (await Open().FindCopyCandidatesAsync([1], Token)).ShouldBeEmpty();
        (await Open().GetStatusAsync(Token)).ShouldSatisfyAllConditions(s => s.Articles.ShouldBe(1), s => s.Passages.ShouldBe(2));
        (await Open().GetTombstonesAsync([Some.Id("a"), Some.Id("b")], Token)).ShouldBe([KeyValuePair.Create(Some.Id("a"), Some.Now)]);
    }

    [Fact]
    public async Task Nothing_can_be_removed_twice_or_without_being_there()
    {
        await Open().WriteAsync([Some.Write("a")], Token);
        await Open().RemoveAsync(Some.Id("a"), Token);

        (await Open().RemoveAsync(Some.Id("a"), Token)).ShouldBeFalse();
        (await Open().RemoveAsync(Some.Id("b"), Token)).ShouldBeFalse();
        (await Open().GetTombstonesAsync([Some.Id("b")], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing()
    {
        await Open().WriteAsync([Some.Write("a")], Token);
        var before = await Open().GetStatusAsync(Token);
        var broken = Some.Write("c", North); // two passages, one vector

        await Should.ThrowAsync<Exception>(() => Open().WriteAsync([Some.Write("b"), Some.Write(Some.Article("a", "New.") with { Revision = 2 }), broken], Token));

        (await Open().GetStatusAsync(Token)).ShouldBe(before);
        (await Open().ListArticlesAsync(Token).ToListAsync(Token)).ShouldBe([Some.Article("a")]);
    }

    [Fact]
    public async Task One_writer_holds_the_lock_until_it_lets_go()
    {
        var first = Open().TryLockForWriting().ShouldNotBeNull();
        Open().TryLockForWriting().ShouldBeNull();
        await Open().GetStatusAsync(Token); // readers never wait
        first.Dispose();
        using var second = Open().TryLockForWriting();
        second.ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_stores_on_one_corpus_see_each_other()
    {
        var (one, other) = (Open(), Open());
        await one.WriteAsync([Some.Write("a")], Token);
        (await other.GetArticlesAsync([Some.Id("a")], Token)).ShouldHaveSingleItem();
        await other.RemoveAsync(Some.Id("a"), Token);
        (await one.GetArticlesAsync([Some.Id("a")], Token)).ShouldBeEmpty();
        (await one.GetVersionAsync(Token)).ShouldBe(await other.GetVersionAsync(Token));
    }

    [Fact]
    public async Task A_reader_in_the_middle_of_the_corpus_sees_it_as_it_was()
    {
        await Open().WriteAsync([.. Enumerable.Range(0, 50).Select(i => Some.Write($"n{i}"))], Token);
        int read = 0;
        await foreach (var change in Open().ReadChangesAsync(0, null, Token))
            if (++read == 1)
                await Open().WriteAsync([Some.Write("late")], Token);
        read.ShouldBe(50);
    }

    private async Task<List<StoredVector>> VectorsAsync(string model) => await Open().ReadVectorsAsync(model, Token).ToListAsync(Token);

    private static async Task<List<CorpusChange>> ChangesAsync(ICorpusStore store, long version, string? model = null) => await store.ReadChangesAsync(version, model, Token).ToListAsync(Token);
}

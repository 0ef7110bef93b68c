using CsCheck;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Text;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Index;

public sealed class PassageIndexTests : IDisposable
{
    private static readonly EmbeddingModels Models = EmbeddingModels.Of(new WordVectorEmbedder());

    private readonly TemporaryCorpus corpus = new();
    private readonly PassageIndex index;

    public PassageIndexTests() => index = new PassageIndex(corpus.Store, Models);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        index.Dispose();
        corpus.Dispose();
    }

    [Fact]
    public async Task A_passage_is_found_by_its_words_with_its_place()
    {
        await corpus.Store.WriteAsync([Some.Write("harbour"), Some.Write("station")], Token);
        await index.RefreshAsync(Token);

        var hits = Search(index, "forty harbour").Hits;
        hits.Single(hit => hit.Article.Id == Some.Id("harbour") && hit.Passage.Ordinal == 0).ShouldSatisfyAllConditions(
            hit => hit.Passage.Start.ShouldBe(0),
            hit => hit.Keyword.ShouldBeGreaterThan(0),
            hit => hit.Title.ShouldBeGreaterThan(0),
            hit => hit.WholeArticle.ShouldBeGreaterThan(0));
        (index.Articles, index.Passages).ShouldBe((2, 4));
    }

    [Fact]
    public async Task An_article_is_found_by_its_title_alone()
    {
        await corpus.Store.WriteAsync([Some.Write(Some.Article("a", "Nothing of that.") with { Title = "Drones over the river" }), Some.Write("b")], Token);
        await index.RefreshAsync(Token);

        var hit = Search(index, "drones").Hits.ShouldHaveSingleItem();
        (hit.Article.Id, hit.Keyword).ShouldBe((Some.Id("a"), 0));
        hit.Title.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Preferred_articles_are_not_crowded_out()
    {
        await corpus.Store.WriteAsync([.. Enumerable.Range(0, 9).Select(i => Some.Write(Some.Article($"n{i}", "Forty cameras at the harbour."))), Some.Write(Some.Article("late", "Some cameras."))], Token);
        await index.RefreshAsync(Token);
        var query = new IndexQuery { Terms = [.. Terms.In("forty cameras at the harbour").Select(term => new WeightedTerm(term, 1))], Candidates = 4 };

        index.Search(query).Hits.ShouldNotContain(hit => hit.Article.Id == Some.Id("late"));
        index.Search(query with { Preferred = article => article.Id == Some.Id("late") }).Hits.ShouldContain(hit => hit.Article.Id == Some.Id("late"));
    }

    [Fact]
    public async Task What_was_removed_is_not_found_and_does_not_count()
    {
        await corpus.Store.WriteAsync([Some.Write("harbour"), Some.Write("station")], Token);
        await index.RefreshAsync(Token);
        await corpus.Open().RemoveAsync(Some.Id("harbour"), Token);
        await index.RefreshAsync(Token);

        Search(index, "harbour").Hits.ShouldBeEmpty();
        Search(index, "forty cameras").Hits.ShouldAllBe(hit => hit.Article.Id == Some.Id("station"));
        (index.Articles, index.Passages).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_word_of_removed_texts_only_is_unknown_again()
    {
        await corpus.Store.WriteAsync([Some.Write(Some.Article("a", "The harbour.")), Some.Write(Some.Article("b", "The harvour."))], Token);
        await index.RefreshAsync(Token);
        index.Correct("harbou").ShouldNotBeNull();
        await corpus.Store.RemoveAsync(Some.Id("a"), Token);
        await index.RefreshAsync(Token);

        index.Correct("harbour").ShouldBe("harvour");
        index.Correct("harbouw").ShouldBeNull("it is two slips from what is left");
    }

    [Fact]
    public async Task A_new_revision_replaces_the_old_text()
    {
        await corpus.Store.WriteAsync([Some.Write(Some.Article("a", "About the harbour."))], Token);
        await index.RefreshAsync(Token);
        await corpus.Open().WriteAsync([Some.Write(Some.Article("a", "About the station.") with { Revision = 2 })], Token);
        await index.RefreshAsync(Token);

        Search(index, "harbour").Hits.ShouldBeEmpty();
        Search(index, "station").Hits.ShouldHaveSingleItem();
        (index.Articles, index.Passages).ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_filter_sees_the_article_and_keeps_others_out_of_every_ranking()
    {
        await corpus.IngestAsync(new WordVectorEmbedder(), Some.Draft("harbour") with { Publisher = "CNN" }, Some.Draft("station") with { Publisher = "BBC" });
        await index.RefreshAsync(Token);

        index.Publishers.ShouldBe(["CNN", "BBC"], ignoreOrder: true);
        Search(index, "forty cameras", article => article.Publisher == "BBC").Hits.Select(hit => hit.Article.Id).Distinct().ShouldBe([Some.Id("station")]);
    }

    [Fact]
    public async Task Each_ranking_brings_its_best_candidates()
    {
        await corpus.IngestAsync(new WordVectorEmbedder(), [.. Enumerable.Range(0, 30).Select(i => Some.Draft($"n{i}", $"{string.Concat(Enumerable.Repeat("police ", i + 1))} in town {i}."))]);
        await index.RefreshAsync(Token);

        var all = Search(index, "police").Hits;
        var few = index.Search(Query("police") with { Candidates = 3 }).Hits;
        few.Count.ShouldBeInRange(3, 9);
        foreach (Func<IndexHit, float> score in (Func<IndexHit, float>[])[hit => hit.Keyword, hit => hit.WholeArticle, hit => hit.Embedding])
            few.Select(score).OrderDescending().Take(3).ShouldBe(all.Select(score).OrderDescending().Take(3));
    }

    [Fact]
    public async Task A_word_is_corrected_only_when_nobody_wrote_it()
    {
        await corpus.Store.WriteAsync([Some.Write("harbour")], Token);
        await index.RefreshAsync(Token);

        (index.Correct("harbuor"), index.Correct("harbour"), index.Correct("zeppelin")).ShouldBe(("harbour", null, null));
    }

    // Drafts by number of article and text, removals, refreshes, and runs with and without an embedding model.
    private static readonly Gen<(int Kind, int Article, string Text)> Step = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 5], Any.Words(1, 12));

    [Fact]
    public async Task An_index_that_followed_the_corpus_equals_one_built_anew() =>
        await Gen.Select(Step.Array[1, 25], Any.Words(1, 4).Array[3]).SampleAsync(async (steps, queries) =>
        {
            using var corpus = new TemporaryCorpus();
            using var followed = new PassageIndex(corpus.Open(), Models);
            var embedder = new WordVectorEmbedder();
            foreach (var (kind, article, text) in steps)
            {
                if (kind < 4)
                    await corpus.IngestAsync(embedder, Some.Draft($"n{article}", text));
                else if (kind < 6)
                    await corpus.IngestAsync(null, Some.Draft($"n{article}", text));
                else if (kind < 7)
                    await corpus.Store.RemoveAsync(Some.Id($"n{article}"), Token);
                else
                    await followed.RefreshAsync(Token);
            }
            await followed.RefreshAsync(Token);
            using var anew = new PassageIndex(corpus.Open(), Models);
            await anew.RefreshAsync(Token);

            (followed.Articles, followed.Passages).ShouldBe((anew.Articles, anew.Passages));
            foreach (string query in queries)
            {
                var (expected, actual) = (Found(anew, query), Found(followed, query));
                actual.Idf.ShouldBe(expected.Idf, 1e-5);
                actual.Hits.Select(hit => hit.Passage).ShouldBe(expected.Hits.Select(hit => hit.Passage));
                foreach (var (a, b) in actual.Hits.Zip(expected.Hits))
                    foreach (var (x, y) in Scores(a).Zip(Scores(b)))
                        x.ShouldBe(y, 1e-5);
                foreach (string term in Terms.In(query).Select(term => term + "x"))
                    followed.Correct(term).ShouldBe(anew.Correct(term));
            }
        }, iter: 40);

    private static (List<IndexHit> Hits, IReadOnlyList<float> Idf) Found(PassageIndex index, string query)
    {
        var result = Search(index, query);
        return ([.. result.Hits.OrderBy(hit => hit.Passage.Id)], result.Idf);
    }

    private static float[] Scores(IndexHit hit) => [hit.Keyword, hit.Title, hit.WholeArticle, hit.Embedding];

    private static IndexQuery Query(string text) => new() { Terms = [.. Terms.In(text).Distinct().Select(term => new WeightedTerm(term, 1))], Vector = new QueryVector("word-vectors-1", WordVectorEmbedder.VectorOf(text)) };

    private static IndexResult Search(PassageIndex index, string text, Predicate<IndexedArticle>? filter = null) => index.Search(Query(text) with { Filter = filter ?? (_ => true) });
}

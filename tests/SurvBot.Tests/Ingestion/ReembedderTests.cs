using CsCheck;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Ingestion;

/// <summary>From one embedding model to another, while people go on asking.</summary>
public sealed class ReembedderTests : IDisposable
{
    private const string Old = "word-vectors-1", New = "word-vectors-2";

    private readonly TemporaryCorpus corpus = new();
    private readonly WordVectorEmbedder oldEmbedder = new(Old);
    private readonly TurnedEmbedder newEmbedder = new(New);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private EmbeddingModels Both => new(EmbeddingModels.ModelOf(oldEmbedder), EmbeddingModels.ModelOf(newEmbedder));

    private EmbeddingModels OnlyNew => new(null, EmbeddingModels.ModelOf(newEmbedder));

    public void Dispose() => corpus.Dispose();

    [Fact]
    public async Task Searches_find_the_same_until_the_switch_and_use_only_the_new_vectors_after_it()
    {
        await corpus.IngestAsync(oldEmbedder, Drafts(30));
        using var index = new PassageIndex(corpus.Open(), Both);
        var retriever = new Retriever(index, corpus.Open(), Both, new RetrievalOptions());
        var before = await FoundAsync(retriever);
        before.ShouldContain(score => score.Embedding > 0.3f);

        int batches = 0;
        oldEmbedder.Texts.Clear();
        await foreach (int _ in new Reembedder(corpus.Store, Both).RunAsync(Token, passagesPerCommit: 7))
        {
            batches++;
            index.EmbeddingModel.ShouldBe(Old);
            (await FoundAsync(retriever)).ShouldBe(before);
        }
        batches.ShouldBe(5);
        oldEmbedder.Texts.ShouldAllBe(text => text == Question, "nothing is embedded twice");

        var after = await FoundAsync(retriever);
        index.EmbeddingModel.ShouldBe(New);
        oldEmbedder.Texts.Clear();
        after.Select(score => score.Embedding).ShouldBe(before.Select(score => score.Embedding), 1e-3, "the new model turns every vector alike");
        after.ShouldAllBe(score => score.Likeness == null);
        oldEmbedder.Texts.ShouldBeEmpty();
        (await corpus.Store.ReadVectorsAsync(Old, Token).CountAsync(Token)).ShouldBe(0);
        (await corpus.Store.GetStatusAsync(Token)).ShouldSatisfyAllConditions(s => s.EmbeddingModel.ShouldBe(New), s => s.Embedded.ShouldBe(s.Passages));
    }

    [Fact]
    public async Task A_model_that_cannot_be_asked_any_more_leaves_keywords_until_the_switch()
    {
        await corpus.IngestAsync(oldEmbedder, Drafts(3));
        using var index = new PassageIndex(corpus.Open(), OnlyNew);
        var retriever = new Retriever(index, corpus.Open(), OnlyNew, new RetrievalOptions());

        (await retriever.SearchAsync(Query, Token)).ShouldSatisfyAllConditions(
            r => r.KeywordsOnly.ShouldNotBeNull().ShouldContain("not embedded with the configured model yet"), r => r.Passages.ShouldAllBe(p => p.Scores.Embedding == 0));
        newEmbedder.Texts.ShouldBeEmpty("nothing is there to compare the question with");
        (await new Reembedder(corpus.Store, OnlyNew).RunAsync(Token).SumAsync(Token)).ShouldBe(3);
        (await retriever.SearchAsync(Query, Token)).ShouldSatisfyAllConditions(r => r.KeywordsOnly.ShouldBeNull(), r => r.Passages.ShouldContain(p => p.Scores.Embedding > 0));
    }

    [Fact]
    public async Task A_question_whose_vector_was_made_before_the_switch_is_not_compared_with_new_vectors()
    {
        await corpus.IngestAsync(oldEmbedder, Drafts(5));
        using var index = new PassageIndex(corpus.Open(), Both);
        await index.RefreshAsync(Token);
        var stale = new IndexQuery { Vector = new QueryVector(Old, WordVectorEmbedder.VectorOf(Question)) };
        index.Search(stale).Hits.ShouldContain(hit => hit.Embedding > 0.3f);

        await new Reembedder(corpus.Store, Both).RunAsync(Token).ToListAsync(Token);
        await index.RefreshAsync(Token);
        index.Search(stale).ShouldSatisfyAllConditions(r => r.ByMeaning.ShouldBeFalse(), r => r.Hits.ShouldBeEmpty());
        index.Search(new IndexQuery { Vector = new QueryVector(New, new float[] { 1, 2, 3 }) }).ByMeaning.ShouldBeFalse("its length differs");
    }

    [Fact]
    public async Task What_is_taken_in_meanwhile_gets_vectors_of_both()
    {
        await corpus.IngestAsync(oldEmbedder, Drafts(2));
        await new IngestionPipeline(corpus.Store, Both, corpus.Clock).RunAsync(new[] { new ArticleRead(Some.Draft("late")) }.ToAsyncEnumerable(), Token).ToListAsync(Token);

        (await corpus.Store.CountEmbeddedAsync(Old, Token)).ShouldBe(3);
        (await corpus.Store.CountEmbeddedAsync(New, Token)).ShouldBe(1, "an ingest does not change the model");
        (await corpus.Store.GetServingModelAsync(Token)).ShouldBe(Old);
    }

    [Fact]
    public async Task A_new_corpus_begins_with_the_wanted_model()
    {
        await new IngestionPipeline(corpus.Store, Both, corpus.Clock).RunAsync(new[] { new ArticleRead(Some.Draft("a")) }.ToAsyncEnumerable(), Token).ToListAsync(Token);

        (await corpus.Store.GetServingModelAsync(Token)).ShouldBe(New);
        oldEmbedder.Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_that_fails_keeps_no_article_out()
    {
        await corpus.IngestAsync(oldEmbedder, Drafts(1));
        var failing = new EmbeddingModels(EmbeddingModels.ModelOf(oldEmbedder), EmbeddingModels.ModelOf(new FailingEmbedder(model: New)));
        var result = (await new IngestionPipeline(corpus.Store, failing, corpus.Clock).RunAsync(new[] { new ArticleRead(Some.Draft("late")) }.ToAsyncEnumerable(), Token).ToListAsync(Token)).ShouldHaveSingleItem();

        (result.Outcome, result.Embedded, result.WithoutVectors).ShouldBe((IngestionOutcome.Added, 0, "The embedding model failed (InvalidOperationException)."));
        (await corpus.Store.CountEmbeddedAsync(Old, Token)).ShouldBe(2, "the model that works has done its part");
    }

    [Fact]
    public async Task Whoever_comes_second_leaves_the_work_to_the_first()
    {
        await corpus.IngestAsync(oldEmbedder, Drafts(3));
        using (corpus.Open().TryLockForEmbedding().ShouldNotBeNull())
            (await new Reembedder(corpus.Store, Both).RunAsync(Token).CountAsync(Token)).ShouldBe(0);
        newEmbedder.Texts.ShouldBeEmpty();
        (await new Reembedder(corpus.Store, Both).RunAsync(Token).SumAsync(Token)).ShouldBe(3);
    }

    [Fact]
    public async Task Progress_is_told()
    {
        await corpus.IngestAsync(oldEmbedder, Drafts(4));
        var reembedder = new Reembedder(corpus.Store, Both);
        (await reembedder.GetProgressAsync(Token)).ShouldBe(new ReembeddingProgress(Old, true, New, 0, 4));
        await reembedder.RunAsync(Token, passagesPerCommit: 3).FirstAsync(Token);
        (await reembedder.GetProgressAsync(Token)).ShouldNotBeNull().ShouldSatisfyAllConditions(p => p.Embedded.ShouldBe(3), p => p.IsDone.ShouldBeFalse());
        await reembedder.RunAsync(Token).ToListAsync(Token);
        (await reembedder.GetProgressAsync(Token)).ShouldNotBeNull().IsDone.ShouldBeTrue();
        (await new Reembedder(corpus.Store, EmbeddingModels.None).GetProgressAsync(Token)).ShouldBeNull();
    }

    // Runs that are given up, models that fail, ingests and removals between them, in any order.
    private static readonly Gen<int[]> Steps = Gen.Int[0, 5].Array[1, 12];

    [Fact]
    public async Task However_often_it_is_interrupted_it_ends_with_every_passage_embedded_once() =>
        await Steps.SampleAsync(async steps =>
        {
            using var corpus = new TemporaryCorpus();
            using var newEmbedder = new TurnedEmbedder(New);
            var models = new EmbeddingModels(EmbeddingModels.ModelOf(new WordVectorEmbedder(Old)), EmbeddingModels.ModelOf(newEmbedder));
            await corpus.IngestAsync(new WordVectorEmbedder(Old), Drafts(9));
            int late = 0;
            foreach (int step in steps)
                await (step switch
                {
                    0 => corpus.IngestAsync(new WordVectorEmbedder(Old), Some.Draft($"late{late++}")),
                    1 => corpus.IngestAsync(null, Some.Draft($"late{late++}")),
                    2 => corpus.Store.RemoveAsync(Some.Id($"n{late++}"), Token),
                    3 => FailAsync(corpus),
                    _ => new Reembedder(corpus.Open(), models).RunAsync(Token, passagesPerCommit: step).FirstOrDefaultAsync(Token).AsTask(),
                });
            await new Reembedder(corpus.Open(), models).RunAsync(Token).ToListAsync(Token);

            var status = await corpus.Store.GetStatusAsync(Token);
            (status.EmbeddingModel, status.Embedded).ShouldBe((New, status.Passages));
            newEmbedder.Texts.ShouldBeUnique();
            await foreach (var change in corpus.Store.ReadChangesAsync(0, New, Token))
                foreach (var (passage, vector) in change.Passages)
                    vector.ShouldBe([.. WordVectorEmbedder.VectorOf(EmbeddedText.Of(change.Article!.Title, change.Article.Body[passage.Start..passage.End])).Select(value => (Half)(-value))]);
        }, iter: 30);

    /// <summary>A run by a process whose provider is down, which has nothing to ask it where all is done.</summary>
    private static async Task FailAsync(TemporaryCorpus corpus)
    {
        var models = new EmbeddingModels(null, EmbeddingModels.ModelOf(new FailingEmbedder(model: New)));
        bool complete = (await new Reembedder(corpus.Store, models).GetProgressAsync(Token))!.IsDone;
        var run = () => new Reembedder(corpus.Store, models).RunAsync(Token).ToListAsync(Token).AsTask();
        if (complete)
            (await run()).ShouldBeEmpty();
        else if ((await corpus.Store.GetUnembeddedAsync(New, 1, Token)).Count > 0)
            await Should.ThrowAsync<EmbeddingUnavailableException>(run);
    }

    private const string Question = "police cameras in town 3";

    private static SearchQuery Query => new() { Text = Question, AsOf = Some.Now };

    private static ArticleDraft[] Drafts(int count) => [.. Enumerable.Range(0, count).Select(i => Some.Draft($"n{i}", $"The police of town {i} bought CCTV for {i} streets."))];

    private static async Task<List<PassageScores>> FoundAsync(Retriever retriever) => [.. (await retriever.SearchAsync(Query, Token)).Passages.Select(passage => passage.Scores)];
}

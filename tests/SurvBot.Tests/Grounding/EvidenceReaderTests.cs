using SurvBot.Answers;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Grounding;

public sealed class EvidenceReaderTests : IDisposable
{
    // One half for every sentence, whatever is measured.
    private static readonly SupportModel Undecided = SupportModel.Unfitted;

    private readonly TemporaryCorpus corpus = new();
    private readonly WordVectorEmbedder embedder = new();
    private readonly AnswerOptions options = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => corpus.Dispose();

    [Fact]
    public async Task A_sure_answer_saves_reading_the_rest()
    {
        await IngestAsync([.. Enumerable.Range(0, 12).Select(i => Some.Draft($"n{i}", $"The town of Barton{i} bought forty cameras in May."))]);

        options.SureSupport = 0.5;
        (await FindAsync("Who bought forty cameras?")).Count.ShouldBe(options.PassagesReadFirst);
        options.SureSupport = 0.51;
        (await FindAsync("Who bought forty cameras?")).Count.ShouldBe(options.PassagesRead);
    }

    [Fact]
    public async Task Where_only_names_are_given_the_lead_tells_what_the_matter_is()
    {
        await IngestAsync(Some.Draft("a", "The Federal Trade Commission banned Rite Aid from using cameras. Shoppers had complained. Rite Aid said it was glad of its settlement with the FTC."));

        (await FindAsync("What did the FTC do to Rite Aid?"))[0].Text.ShouldStartWith("The Federal Trade Commission banned");
    }

    [Fact]
    public async Task Several_things_are_looked_for_in_several_articles()
    {
        string ofLeeds = string.Join("\n\n", Enumerable.Range(0, 12).Select(i => string.Concat(Enumerable.Repeat($"The city of Leeds banned cameras, and cities banned cameras as city {i} did. ", 12))));
        await IngestAsync(Some.Draft("leeds", ofLeeds), Some.Draft("york", "The council of York banned them."), Some.Draft("hull", "The council of Hull banned them."));

        var places = (await FindAsync("Which cities banned cameras?")).Select(candidate => candidate.Article.Url).Distinct();
        places.ShouldBe([Some.Url("leeds"), Some.Url("york"), Some.Url("hull")], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_an_embedder_the_words_are_measured_alone()
    {
        await IngestAsync(Some.Draft("a", "The town of Barton bought forty cameras in May."));

        var candidate = (await FindAsync("Who bought forty cameras?", withoutModel: true)).ShouldHaveSingleItem();
        candidate.Match.ShouldBe(default);
        candidate.Features[0].ShouldBeGreaterThan(0);
    }

    private async Task IngestAsync(params ArticleDraft[] drafts) => await corpus.IngestAsync(embedder, drafts);

    [Fact]
    public async Task Passages_that_another_model_found_are_likened_by_the_built_in_one()
    {
        using var other = new TurnedEmbedder("other");
        await corpus.IngestAsync(other, Some.Draft("a", "The town of Barton bought forty cameras in May."));
        var models = new EmbeddingModels(EmbeddingModels.ModelOf(embedder), EmbeddingModels.ModelOf(other));
        using var index = new PassageIndex(corpus.Store, models);
        var search = new EvidenceSearch(new Retriever(index, corpus.Store, models, new RetrievalOptions()), new EvidenceReader(embedder, Undecided, options), options);

        var found = await search.FindAsync(new Question("Who bought forty cameras?", Newsroom.Now.AddYears(9)), [], TestContext.Current.CancellationToken);
        float expected = System.Numerics.Tensors.TensorPrimitives.Dot<float>(WordVectorEmbedder.VectorOf(found.Question.Text), WordVectorEmbedder.VectorOf(EmbeddedText.Of("The a report", "The town of Barton bought forty cameras in May.")));
        found.Retrieval.Passages.ShouldHaveSingleItem().Scores.Likeness.ShouldNotBeNull().ShouldBe(expected, 1e-5f);
        found.Candidates.ShouldHaveSingleItem().Passage.Scores.Likeness.ShouldBe(found.Retrieval.Passages[0].Scores.Likeness);
    }

    private async Task<IReadOnlyList<CandidateSentence>> FindAsync(string question, bool withoutModel = false)
    {
        var own = withoutModel ? null : embedder;
        using var index = new PassageIndex(corpus.Store, EmbeddingModels.Of(own));
        var search = new EvidenceSearch(new Retriever(index, corpus.Store, EmbeddingModels.Of(own), new RetrievalOptions()), new EvidenceReader(own, Undecided, options), options);
        return (await search.FindAsync(new Question(question, Some.Now), [], Token)).Candidates;
    }
}

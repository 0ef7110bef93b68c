using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Tests.Embedding;

/// <summary>Runs on the model the build made; without it these tests are skipped.</summary>
public sealed class MiniLmEmbeddingGeneratorTests : IDisposable
{
    private readonly MiniLmEmbeddingGenerator generator;

    public MiniLmEmbeddingGeneratorTests()
    {
        var model = EmbeddingModelLocator.InFolder(Path.Combine(AppContext.BaseDirectory, "models", "minilm"));
        Assert.SkipWhen(model is null, "The build had no embedding model: npm was absent.");
        generator = new MiniLmEmbeddingGenerator(model);
    }

    /// <summary>The expected values are those the model's publishers show for this example.</summary>
    [Fact]
    public async Task Similarities_are_those_of_the_published_model()
    {
        var vectors = await Embed("That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day");

        Similarity(vectors[0], vectors[1]).ShouldBe(0.695f, 0.04f);
        Similarity(vectors[0], vectors[2]).ShouldBe(0.943f, 0.04f);
        Similarity(vectors[0], vectors[3]).ShouldBe(0.257f, 0.04f);
    }

    [Fact]
    public async Task Texts_that_mean_the_same_are_closer_than_unrelated_ones()
    {
        var vectors = await Embed(
            "Is face recognition forbidden for city authorities?",
            "The council voted to ban facial recognition by municipal agencies.",
            "The recipe needs two cups of flour and an egg.");

        Similarity(vectors[0], vectors[1]).ShouldBeGreaterThan(Similarity(vectors[0], vectors[2]) + 0.3f);
    }

    [Fact]
    public async Task A_word_is_found_where_the_same_is_meant_by_others()
    {
        var texts = await Tokens(["Who", "sued", "Clearview?"], ["Clearview in court", "The ACLU took it before a judge.", "Cameras were sold in Leeds."]);
        var (court, sale) = (texts[0].FoundIn(texts[1], 1), texts[0].FoundIn(texts[1], 2));

        court[1].ShouldBeGreaterThan(sale[1] + 0.05f);
    }

    [Fact]
    public async Task What_does_not_fit_into_the_model_is_found_nowhere()
    {
        string[] sentences = [.. Enumerable.Range(0, 60).Select(i => $"Camera {i} was sold to the city.")];
        var texts = await Tokens(["camera"], sentences);

        texts[1].Segments.ShouldBe(60);
        texts[0].FoundIn(texts[1], 0)[0].ShouldBeGreaterThan(0.3f);
        texts[0].FoundIn(texts[1], 59).ShouldBe([0]);
    }

    [Fact]
    public async Task Vectors_are_384_floats_of_unit_length()
    {
        var vector = (await Embed("Police buy licence plate readers.")).Single();

        vector.Length.ShouldBe(384);
        TensorPrimitives.Norm(vector.Span).ShouldBe(1, 1e-4f);
    }

    [Fact]
    public async Task Results_are_in_the_order_of_the_texts_and_the_same_each_time()
    {
        var texts = Enumerable.Range(0, 40).Select(i => $"Report {i}: {string.Join(' ', Enumerable.Repeat("camera", i))}").ToArray();
        var together = await Embed(texts);

        for (var i = 0; i < texts.Length; i++)
            (await Embed(texts[i])).Single().ToArray().ShouldBe(together[i].ToArray());
    }

    [Fact]
    public async Task A_text_counts_up_to_its_256th_token()
    {
        var start = string.Join(' ', Enumerable.Repeat("surveillance", 254));
        var vectors = await Embed(start, start + " banana", start[..^12] + "banana", start + string.Concat(Enumerable.Repeat(" of a very long book", 200_000)));

        vectors[1].ToArray().ShouldBe(vectors[0].ToArray());
        vectors[2].ToArray().ShouldNotBe(vectors[0].ToArray());
        vectors[3].ToArray().ShouldBe(vectors[0].ToArray());
    }

    [Fact]
    public async Task White_space_does_not_use_up_the_text()
    {
        var vectors = await Embed("camera", new string(' ', 50_000) + "camera");

        vectors[1].ToArray().ShouldBe(vectors[0].ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public async Task An_empty_text_has_a_vector_too(string text) =>
        TensorPrimitives.Norm((await Embed(text)).Single().Span).ShouldBe(1, 1e-4f);

    [Fact]
    public async Task No_texts_give_no_vectors() => (await Embed()).ShouldBeEmpty();

    [Fact]
    public async Task A_cancelled_call_stops() =>
        await Should.ThrowAsync<OperationCanceledException>(() => generator.GenerateAsync(["a"], cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public async Task Vectors_and_metadata_name_the_model_and_usage_counts_tokens()
    {
        var embeddings = await generator.GenerateAsync(["police radar", "police"], cancellationToken: TestContext.Current.CancellationToken);

        embeddings.ShouldAllBe(embedding => embedding.ModelId == "all-MiniLM-L6-v2-int8");
        embeddings.Usage!.InputTokenCount.ShouldBe(7);
        var metadata = generator.GetRequiredService<EmbeddingGeneratorMetadata>();
        metadata.DefaultModelId.ShouldBe("all-MiniLM-L6-v2-int8");
        metadata.DefaultModelDimensions.ShouldBe(384);
    }

    public void Dispose() => generator.Dispose();

    private async Task<List<ReadOnlyMemory<float>>> Embed(params string[] texts)
    {
        var embeddings = await generator.GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken);
        return [.. embeddings.Select(embedding => embedding.Vector)];
    }

    private Task<IReadOnlyList<TokenEmbeddings>> Tokens(params IReadOnlyList<string>[] texts) =>
        generator.GetService<ITokenEmbedder>().ShouldNotBeNull().EmbedTokensAsync(texts, TestContext.Current.CancellationToken);

    private static float Similarity(ReadOnlyMemory<float> one, ReadOnlyMemory<float> other) => TensorPrimitives.Dot(one.Span, other.Span);
}

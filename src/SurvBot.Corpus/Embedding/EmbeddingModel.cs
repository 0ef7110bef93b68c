using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Embedding;

/// <summary>One model that texts can be embedded with here.</summary>
/// <param name="id">Vectors of different ids must never be compared.</param>
/// <param name="passages">Embeds many texts at a time, for as long as that takes.</param>
/// <param name="questions">Embeds a question that somebody waits for.</param>
public sealed class EmbeddingModel(string id, IEmbeddingGenerator<string, Embedding<float>> passages, IEmbeddingGenerator<string, Embedding<float>> questions)
{
    /// <summary>Vectors of different ids must never be compared.</summary>
    public string Id => id;

    /// <summary>The unit vector of a question.</summary>
    /// <exception cref="EmbeddingUnavailableException">The model failed.</exception>
    public async Task<ReadOnlyMemory<float>> EmbedQuestionAsync(string text, CancellationToken cancellationToken) =>
        (await EmbedAsync(questions, [text], cancellationToken))[0].Vector;

    /// <summary>One unit vector a text, in their order.</summary>
    /// <exception cref="EmbeddingUnavailableException">The model failed.</exception>
    public async Task<IReadOnlyList<Half[]>> EmbedPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        [.. (await EmbedAsync(passages, texts, cancellationToken)).Select(embedding =>
        {
            var half = new Half[embedding.Vector.Length];
            TensorPrimitives.ConvertToHalf(embedding.Vector.Span, half);
            return half;
        })];

    /// <summary>Whatever a model fails with, searches and ingests go on without it: this is the edge where that is caught. Its own words may hold anything.</summary>
    private static async Task<GeneratedEmbeddings<Embedding<float>>> EmbedAsync(IEmbeddingGenerator<string, Embedding<float>> generator, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            var embeddings = await generator.GenerateAsync(texts, cancellationToken: cancellationToken);
            return embeddings.Count == texts.Count ? embeddings : throw new EmbeddingUnavailableException($"The embedding model gave {embeddings.Count} vectors for {texts.Count} texts.");
        }
        catch (Exception fault) when (fault is not EmbeddingUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingUnavailableException($"The embedding model failed ({fault.GetType().Name}).", fault);
        }
    }
}

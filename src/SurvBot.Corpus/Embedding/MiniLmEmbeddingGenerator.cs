using Microsoft.Extensions.AI;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Corpus.Embedding;

/// <summary>Embeds English texts in this process: unit vectors of 384 floats from their first 256 tokens, or a vector for each of those.</summary>
/// <remarks>The model is loaded at first use. Texts run in parallel, one processor each.</remarks>
public sealed class MiniLmEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>, ITokenEmbedder
{
    private const int Dimensions = 384;

    private readonly Lazy<MiniLmEncoder> encoder;
    private readonly EmbeddingGeneratorMetadata metadata;

    /// <param name="files">From <see cref="EmbeddingModelLocator"/>.</param>
    public MiniLmEmbeddingGenerator(EmbeddingModelLocation.Found files)
    {
        encoder = new Lazy<MiniLmEncoder>(() => new MiniLmEncoder(files));
        metadata = new EmbeddingGeneratorMetadata("onnxruntime", providerUri: null, files.ModelId, Dimensions);
    }

    /// <inheritdoc />
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var texts = values.ToList();
        var results = await EachAsync(texts, encoder.Value.Encode, cancellationToken);
        return new GeneratedEmbeddings<Embedding<float>>(results.Select(result => Wrap(result.Vector)))
        {
            Usage = new UsageDetails { InputTokenCount = results.Sum(result => (long)result.Tokens) },
        };
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<TokenEmbeddings>> EmbedTokensAsync(IReadOnlyList<IReadOnlyList<string>> texts, CancellationToken cancellationToken) =>
        await EachAsync(texts, encoder.Value.EncodeTokens, cancellationToken);

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        if (serviceType == typeof(ITokenEmbedder))
            return encoder.Value.EmbedsTokens ? this : null;
        return serviceType.IsInstanceOfType(metadata) ? metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (encoder.IsValueCreated)
            encoder.Value.Dispose();
    }

    private static async Task<TResult[]> EachAsync<TText, TResult>(IReadOnlyList<TText> texts, Func<TText, TResult> encode, CancellationToken cancellationToken)
    {
        var results = new TResult[texts.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, texts.Count, parallel, (i, _) =>
        {
            results[i] = encode(texts[i]);
            return ValueTask.CompletedTask;
        });
        return results;
    }

    private Embedding<float> Wrap(float[] vector) => new(vector) { ModelId = metadata.DefaultModelId };
}

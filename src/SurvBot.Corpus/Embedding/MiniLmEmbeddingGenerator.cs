using Microsoft.Extensions.AI;

namespace SurvBot.Corpus.Embedding;

/// <summary>Embeds English texts in this process: unit vectors of 384 floats from their first 256 tokens.</summary>
/// <remarks>The model is loaded at first use. Texts run in parallel, one processor each.</remarks>
public sealed class MiniLmEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
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
        var results = new (float[] Vector, int Tokens)[texts.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, texts.Count, parallel, (i, _) =>
        {
            results[i] = encoder.Value.Encode(texts[i]);
            return ValueTask.CompletedTask;
        });

        return new GeneratedEmbeddings<Embedding<float>>(results.Select(result => Wrap(result.Vector)))
        {
            Usage = new UsageDetails { InputTokenCount = results.Sum(result => (long)result.Tokens) },
        };
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        return serviceType.IsInstanceOfType(metadata) ? metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (encoder.IsValueCreated)
            encoder.Value.Dispose();
    }

    private Embedding<float> Wrap(float[] vector) => new(vector) { ModelId = metadata.DefaultModelId };
}

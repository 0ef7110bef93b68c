using Microsoft.Extensions.AI;

namespace SurvBot.Tests.Support;

/// <summary>Another model than <see cref="WordVectorEmbedder"/>, of the same length: every vector points the other way, so that one that is mixed in shows as a wrong sign.</summary>
internal sealed class TurnedEmbedder(string model) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata metadata = new("tests", null, model);

    /// <summary>Every text that was embedded.</summary>
    public List<string> Texts { get; } = [];

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        Texts.AddRange(texts);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(WordVectorEmbedder.VectorOf(text).Select(value => -value).ToArray()))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata : null;

    public void Dispose()
    {
    }
}

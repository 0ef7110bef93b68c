using Microsoft.Extensions.AI;

namespace SurvBot.Tests.Support;

/// <summary>A model that is there and fails, after doing what a test wants; it does not work before it is mended.</summary>
internal sealed class FailingEmbedder(Action? first = null, string model = "word-vectors-1") : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly WordVectorEmbedder mended = new(model);

    /// <summary>From how many calls on it works.</summary>
    public int WorksAfter { get; set; } = int.MaxValue;

    /// <summary>How often it was asked.</summary>
    public int Calls { get; private set; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        first?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        return ++Calls > WorksAfter ? mended.GenerateAsync(values, options, cancellationToken) : throw new InvalidOperationException("The password is swordfish.");
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? mended.GetService(serviceType, serviceKey) : null;

    public void Dispose() => mended.Dispose();
}

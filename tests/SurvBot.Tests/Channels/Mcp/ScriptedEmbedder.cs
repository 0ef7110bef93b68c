using Microsoft.Extensions.AI;

namespace SurvBot.Tests.Channels.Mcp;

/// <summary>Does with every question what a test wants of it; stands where all tools that search come by.</summary>
internal sealed class ScriptedEmbedder(Func<CancellationToken, Task> meanwhile) : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        await meanwhile(cancellationToken);
        return [.. values.Select(_ => new Embedding<float>(new float[] { 1 }))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}

using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using SurvBot.Answers.Generation.Models;

namespace SurvBot.Answers.Generation.Embeddings;

/// <summary>The two ways to one server that embeds: many passages with much patience, a question with little.</summary>
internal sealed record EmbeddingPipelines(IEmbeddingGenerator<string, Embedding<float>> Passages, IEmbeddingGenerator<string, Embedding<float>> Questions)
{
    /// <summary>Both around the provider's client.</summary>
    public static EmbeddingPipelines Around(IEmbeddingGenerator<string, Embedding<float>> provider, EmbeddingProviderOptions options, TimeProvider clock, ILoggerFactory logs)
    {
        var health = new ServerHealth(new ModelBreaker(options.Server, clock), new BusyPause(clock), new UnitVectors(options.Dimensions));
        IEmbeddingGenerator<string, Embedding<float>> Way(TimeSpan timeout, int retries) => new ConfiguredEmbedder(
            new EmbeddingGeneratorBuilder<string, Embedding<float>>(provider)
                .UseOpenTelemetry(logs, ModelPipeline.TelemetryName)
                .Use(inner => new PatientEmbedder(inner, health, timeout, retries, clock))
                .Build(), options);
        return new EmbeddingPipelines(Way(options.PassagesTimeout, options.Retries), Way(options.QuestionTimeout, retries: 0));
    }
}

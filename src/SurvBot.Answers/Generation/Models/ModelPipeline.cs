using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace SurvBot.Answers.Generation.Models;

/// <summary>What a request to the model goes through, from the outside to the provider's client.</summary>
internal static class ModelPipeline
{
    /// <summary>Of the model's traces and metrics, which bear OpenTelemetry's names for generative AI.</summary>
    public const string TelemetryName = "SurvBot.Model";

    /// <summary>Text of questions and answers is in the traces only where OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT is true.</summary>
    public static IChatClient Around(IChatClient provider, ModelOptions options, TimeProvider clock, ILoggerFactory logs) => new ChatClientBuilder(provider)
        .UseOpenTelemetry(logs, TelemetryName)
        .Use(inner => new BreakingChatClient(inner, new ModelBreaker(options, clock)))
        .Use(inner => new RetryingChatClient(inner, options, clock))
        .Use(inner => new WatchedChatClient(inner, options, clock, logs.CreateLogger<WatchedChatClient>()))
        .Build();
}

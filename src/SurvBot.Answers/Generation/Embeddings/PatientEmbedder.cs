using Microsoft.Extensions.AI;
using SurvBot.Answers.Generation.Models;

namespace SurvBot.Answers.Generation.Embeddings;

/// <summary>One request to a server that embeds: holds it to its time, asks again where that may help, and leaves alone a server that failed several times in a row.</summary>
/// <param name="provider">The provider's client.</param>
/// <param name="health">What questions and passages learn of the server together.</param>
/// <param name="timeout">How long an attempt may take.</param>
/// <param name="retries">How often it is asked again.</param>
/// <param name="clock">Measures both.</param>
internal sealed class PatientEmbedder(IEmbeddingGenerator<string, Embedding<float>> provider, ServerHealth health, TimeSpan timeout, int retries, TimeProvider clock)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(provider)
{
    private readonly FaultReader faults = new(clock);

    /// <inheritdoc />
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                health.Breaker.Enter();
                return await AttemptAsync(texts, options, cancellationToken);
            }
            catch (ModelUnavailableException fault) when (RetryDelay.After(fault, attempt, health.Pause) is { } delay && attempt < retries)
            {
                await Task.Delay(delay, clock, cancellationToken);
            }
        }
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> AttemptAsync(string[] texts, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            health.Pause.Refuse();
            var vectors = health.Vectors.Of(await base.GenerateAsync(texts, options, stop.Token), texts.Length);
            health.Breaker.Succeeded();
            return vectors;
        }
        catch (Exception failure)
        {
            // What a caller gives up may break in many ways.
            cancellationToken.ThrowIfCancellationRequested();
            var fault = faults.Of(failure);
            health.Breaker.Failed(fault.Fault);
            throw fault;
        }
    }
}

/// <summary>What is known of a server that embeds, whoever asks it.</summary>
internal sealed record ServerHealth(ModelBreaker Breaker, BusyPause Pause, UnitVectors Vectors);

using System.Diagnostics;
using System.Text;
using Azure.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Models;
using SurvBot.Tests.Generation.Models.StandIn;

namespace SurvBot.Tests.Generation.Models;

/// <summary>The program's own model client against the stand-in, with short patience.</summary>
internal sealed class ModelRig(ModelStandIn standIn, ModelOptions options, TimeProvider? clock = null, TokenCredential? identity = null) : IAsyncDisposable
{
    private readonly ServiceProvider services = Composed(options, clock ?? TimeProvider.System, identity);

    public ModelStandIn StandIn => standIn;

    public ServiceProvider Services => services;

    public IChatClient Client => services.GetRequiredService<IChatClient>();

    public static async Task<ModelRig> StartAsync(string provider = ModelOptions.Azure, Action<ModelOptions>? change = null, TimeProvider? clock = null, TokenCredential? identity = null)
    {
        var standIn = await ModelStandIn.StartAsync();
        var options = new ModelOptions
        {
            Provider = provider,
            Endpoint = provider == ModelOptions.Azure ? standIn.Address : $"{standIn.Address}/v1",
            Name = "desk",
            ApiKey = identity is null ? ModelStandIn.Key : null,
            FirstWordsTimeout = TimeSpan.FromSeconds(1),
            PauseTimeout = TimeSpan.FromSeconds(0.5),
            TotalTimeout = TimeSpan.FromSeconds(4),
        };
        change?.Invoke(options);
        return new ModelRig(standIn, options, clock, identity);
    }

    /// <summary>Asks, and gives what there was to read, how it ended and how long it took.</summary>
    public async Task<Heard> AskAsync(ChatOptions? chatOptions = null, CancellationToken cancellationToken = default)
    {
        long started = Stopwatch.GetTimestamp();
        var text = new StringBuilder();
        var updates = new List<ChatResponseUpdate>();
        ModelUnavailableException? fault = null;
        try
        {
            await foreach (var update in Client.GetStreamingResponseAsync("What is new?", chatOptions, cancellationToken))
            {
                updates.Add(update);
                text.Append(update.Text);
            }
        }
        catch (ModelUnavailableException told)
        {
            fault = told;
        }
        return new Heard(text.ToString(), fault, Stopwatch.GetElapsedTime(started), updates);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await standIn.DisposeAsync();
    }

    private static ServiceProvider Composed(ModelOptions options, TimeProvider clock, TokenCredential? identity)
    {
        var parts = new ServiceCollection().AddSingleton(clock).AddModel(options, _ => null);
        if (identity is not null)
            parts.AddSingleton(identity);
        return parts.BuildServiceProvider();
    }
}

/// <summary>What came of a question to the model.</summary>
internal sealed record Heard(string Text, ModelUnavailableException? Fault, TimeSpan Took, IReadOnlyList<ChatResponseUpdate> Updates);

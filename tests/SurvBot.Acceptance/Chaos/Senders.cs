using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Chaos;

namespace SurvBot.Acceptance.Chaos;

/// <summary>The platform's side that delivers what people write: again until it is acknowledged, and now and then once more although it was.</summary>
internal sealed class Senders : IAsyncDisposable
{
    private const int Side = 8;
    private const double AgainShare = 0.1;

    // Slack waits for three seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3), Pause = TimeSpan.FromMilliseconds(50);

    // No two events of a platform share a number.
    private static int numbers;

    private readonly Channel<ChaosEvent> said = Channel.CreateUnbounded<ChaosEvent>();
    private readonly ConcurrentDictionary<string, ChaosEvent> acknowledged = new();
    private readonly ConcurrentDictionary<HttpStatusCode, int> statuses = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ServiceProvider services = new ServiceCollection().AddHttpClient().ConfigureHttpClientDefaults(http => http.RemoveAllLoggers()).BuildServiceProvider();
    private readonly IHttpClientFactory clients;
    private readonly Uri events;
    private readonly Task senders;
    private int asked;

    public Senders(string url)
    {
        events = new Uri($"{url}/chaos/events");
        clients = services.GetRequiredService<IHttpClientFactory>();
        senders = Task.WhenAll(Enumerable.Range(0, Side).Select(_ => Task.Run(SendAsync)));
    }

    /// <summary>What was acknowledged at least once.</summary>
    public IReadOnlyCollection<ChaosEvent> Acknowledged => [.. acknowledged.Values];

    /// <summary>Events that were handed over for sending.</summary>
    public int Asked => asked;

    /// <summary>How often the program answered so.</summary>
    public int Count(HttpStatusCode status) => statuses.GetValueOrDefault(status);

    /// <summary>Every status that the program answered with.</summary>
    public IReadOnlyCollection<HttpStatusCode> Statuses => [.. statuses.Keys];

    /// <summary>Somebody writes.</summary>
    public ChaosEvent Say(string text = "What is a face scanner?", string? user = null, string? room = null)
    {
        int number = Interlocked.Increment(ref numbers);
        Interlocked.Increment(ref asked);
        // So many rooms that several questions of one conversation wait now and then.
        var word = new ChaosEvent($"Ev{number:000000}", room ?? $"R{number % 50}", user ?? $"U{number % 20}", text);
        said.Writer.TryWrite(word);
        return word;
    }

    public void Say(int events)
    {
        for (int i = 0; i < events; i++)
            Say();
    }

    public async ValueTask DisposeAsync()
    {
        said.Writer.TryComplete();
        await stop.CancelAsync();
        await senders;
        stop.Dispose();
        await services.DisposeAsync();
    }

    private async Task SendAsync()
    {
        using var http = clients.CreateClient();
        http.Timeout = Patience;
        try
        {
            await foreach (var word in said.Reader.ReadAllAsync(stop.Token))
                for (int copies = Random.Shared.NextDouble() < AgainShare ? 2 : 1; copies > 0;)
                    if (await IsAcknowledgedAsync(http, word))
                        copies--;
                    else
                        await Task.Delay(Pause, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> IsAcknowledgedAsync(HttpClient http, ChaosEvent word)
    {
        try
        {
            using var response = await http.PostAsJsonAsync(events, word, stop.Token);
            statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
            if (response.StatusCode != HttpStatusCode.OK)
                return false;
            acknowledged[word.Id] = word;
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace SurvBot.Acceptance.Chaos;

/// <summary>A platform's side that delivers what people write: again until it is acknowledged, and now and then once more although it was.</summary>
/// <param name="idOf">Tells one word from another.</param>
/// <param name="requestOf">How the program is told of it.</param>
internal sealed class Couriers<T>(Func<T, string> idOf, Func<T, HttpRequestMessage> requestOf) : IAsyncDisposable
{
    private const int Side = 8;
    private const double AgainShare = 0.1;

    // Slack waits for three seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3), Pause = TimeSpan.FromMilliseconds(50);

    private readonly Channel<T> said = Channel.CreateUnbounded<T>();
    private readonly ConcurrentDictionary<string, T> acknowledged = new();
    private readonly ConcurrentDictionary<HttpStatusCode, int> statuses = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ServiceProvider services = new ServiceCollection().AddHttpClient().ConfigureHttpClientDefaults(http => http.RemoveAllLoggers()).BuildServiceProvider();
    private Task couriers = Task.CompletedTask;
    private int asked;

    /// <param name="to">Where the program takes it in.</param>
    /// <param name="idOf">Tells one word from another.</param>
    /// <param name="bodyOf">What is posted of it, as JSON.</param>
    public Couriers(Uri to, Func<T, string> idOf, Func<T, object> bodyOf)
        : this(idOf, word => new HttpRequestMessage(HttpMethod.Post, to) { Content = JsonContent.Create(bodyOf(word)) })
    {
    }

    /// <summary>What was acknowledged at least once.</summary>
    public IReadOnlyCollection<T> Acknowledged => [.. acknowledged.Values];

    /// <summary>Words that were handed over.</summary>
    public int Asked => asked;

    /// <summary>How often the program answered so.</summary>
    public int Count(HttpStatusCode status) => statuses.GetValueOrDefault(status);

    /// <summary>Every status that the program answered with.</summary>
    public IReadOnlyCollection<HttpStatusCode> Statuses => [.. statuses.Keys];

    /// <summary>Sets out.</summary>
    public Couriers<T> Start()
    {
        couriers = Task.WhenAll(Enumerable.Range(0, Side).Select(_ => Task.Run(CarryAsync)));
        return this;
    }

    /// <summary>Takes a word along.</summary>
    public T Take(T word)
    {
        Interlocked.Increment(ref asked);
        said.Writer.TryWrite(word);
        return word;
    }

    public async ValueTask DisposeAsync()
    {
        said.Writer.TryComplete();
        await stop.CancelAsync();
        await couriers;
        stop.Dispose();
        await services.DisposeAsync();
    }

    private async Task CarryAsync()
    {
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
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

    private async Task<bool> IsAcknowledgedAsync(HttpClient http, T word)
    {
        try
        {
            using var request = requestOf(word);
            using var response = await http.SendAsync(request, stop.Token);
            statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
            if (response.StatusCode != HttpStatusCode.OK)
                return false;
            acknowledged[idOf(word)] = word;
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }
}

using System.Net;
using SurvBot.Chaos;

namespace SurvBot.Acceptance.Chaos;

/// <summary>The fake platform's side that delivers what people write.</summary>
internal sealed class Senders(string url) : IAsyncDisposable
{
    // No two events of a platform share a number.
    private static int numbers;

    private readonly Couriers<ChaosEvent> couriers = new Couriers<ChaosEvent>(new Uri($"{url}/chaos/events"), word => word.Id, word => word).Start();

    /// <summary>What was acknowledged at least once.</summary>
    public IReadOnlyCollection<ChaosEvent> Acknowledged => couriers.Acknowledged;

    /// <summary>Events that were handed over for sending.</summary>
    public int Asked => couriers.Asked;

    /// <summary>How often the program answered so.</summary>
    public int Count(HttpStatusCode status) => couriers.Count(status);

    /// <summary>Every status that the program answered with.</summary>
    public IReadOnlyCollection<HttpStatusCode> Statuses => couriers.Statuses;

    /// <summary>Somebody writes.</summary>
    public ChaosEvent Say(string text = "What is a face scanner?", string? user = null, string? room = null)
    {
        int number = Interlocked.Increment(ref numbers);
        // So many rooms that several questions of one conversation wait now and then.
        return couriers.Take(new ChaosEvent($"Ev{number:000000}", room ?? $"R{number % 50}", user ?? $"U{number % 20}", text));
    }

    public void Say(int events)
    {
        for (int i = 0; i < events; i++)
            Say();
    }

    public ValueTask DisposeAsync() => couriers.DisposeAsync();
}

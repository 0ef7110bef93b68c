using System.Collections.Concurrent;
using System.Text;

namespace SurvBot.Corpus.Fetching.Robots;

/// <summary>Each host's rules, fetched once a day.</summary>
/// <param name="fetch">Fetches a robots.txt.</param>
/// <param name="clock">Tells when a day is over.</param>
internal sealed class RobotsCache(Func<Uri, CancellationToken, Task<FetchOutcome>> fetch, TimeProvider clock)
{
    private const int MostHosts = 5_000;

    // RFC 9309, section 2.4: not longer than 24 hours. A server that failed is asked again sooner.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24), KeptAfterFailure = TimeSpan.FromMinutes(10);

    // Whoever asks for a host's rules while another does waits for the same answer.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules of the address's host.</summary>
    public async Task<RobotsRules> OfAsync(Uri address, CancellationToken cancellationToken)
    {
        string origin = address.GetLeftPart(UriPartial.Authority);
        if (Known(origin) is { } known)
            return known;
        var gate = gates[(uint)origin.GetHashCode(StringComparison.OrdinalIgnoreCase) % gates.Length];
        await gate.WaitAsync(cancellationToken);
        try
        {
            return Known(origin) ?? await AskAsync(origin, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private RobotsRules? Known(string origin) => hosts.TryGetValue(origin, out var known) && known.Until > clock.GetUtcNow() ? known.Rules : null;

    private async Task<RobotsRules> AskAsync(string origin, CancellationToken cancellationToken)
    {
        var outcome = await fetch(new Uri($"{origin}/robots.txt"), cancellationToken);
        var rules = outcome switch
        {
            Fetched { Body: var body } => RobotsRules.Parse(Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, RobotsRules.MostBytes)))),
            FetchFailure { IsGone: true } => RobotsRules.AllowAll,
            FetchFailure { Reason: var reason } => new RobotsRules { Fault = reason },
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} without anything known"),
        };
        if (hosts.Count >= MostHosts)
            hosts.Clear();
        hosts[origin] = (rules, clock.GetUtcNow() + (outcome is FetchFailure { IsGone: false } ? KeptAfterFailure : Kept));
        return rules;
    }
}

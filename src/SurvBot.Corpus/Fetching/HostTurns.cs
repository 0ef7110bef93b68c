using System.Collections.Concurrent;

namespace SurvBot.Corpus.Fetching;

/// <summary>Lets one request at a time go to a host, with a pause between two.</summary>
internal sealed class HostTurns(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn; it is over when what comes back is disposed.</summary>
    /// <param name="host">With its port.</param>
    /// <param name="pause">From the end of one request to the beginning of the next.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IDisposable> TakeAsync(string host, TimeSpan pause, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(host, _ => new Turn());
        await turn.Gate.WaitAsync(cancellationToken);
        try
        {
            var left = turn.LastEnd + pause - clock.GetUtcNow();
            if (left > TimeSpan.Zero)
                await Task.Delay(left, clock, cancellationToken);
            return new Taken(turn, clock);
        }
        catch
        {
            turn.Gate.Release();
            throw;
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public DateTimeOffset LastEnd { get; set; } = DateTimeOffset.MinValue.AddYears(1);
    }

    private sealed class Taken(Turn turn, TimeProvider clock) : IDisposable
    {
        private int disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref disposed, 1) != 0)
                return;
            turn.LastEnd = clock.GetUtcNow();
            turn.Gate.Release();
        }
    }
}

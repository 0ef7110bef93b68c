namespace SurvBot.Bot.Delivery;

/// <summary>Takes work on lease and does it, several pieces side by side, until it is told to stop.</summary>
/// <param name="sideBySide">Pieces at once.</param>
/// <param name="drain">How long a stop waits for what is under way.</param>
/// <param name="wake">Rung when there may be work.</param>
/// <param name="clock">Times the pauses.</param>
internal sealed class LeaseLoop(int sideBySide, TimeSpan drain, Wake wake, TimeProvider clock)
{
    // Leases run out, and pauses end, without anybody ringing.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <param name="lease">Takes up to so many pieces, none of those under way; the id names a piece.</param>
    /// <param name="work">Does one piece and never throws; cancelled, it gives its lease back.</param>
    /// <param name="stopping">Takes no more, waits for what is under way, then cancels it.</param>
    public async Task RunAsync<T>(Func<int, IReadOnlyCollection<string>, Task<IReadOnlyList<(string Id, T Item)>>> lease, Func<T, CancellationToken, Task> work, CancellationToken stopping)
    {
        using var abort = new CancellationTokenSource();
        var underWay = new Dictionary<string, Task>();
        while (!stopping.IsCancellationRequested)
        {
            foreach (var (id, _) in underWay.Where(piece => piece.Value.IsCompleted).ToList())
                underWay.Remove(id);
            int free = sideBySide - underWay.Count;
            var leased = free > 0 ? await lease(free, underWay.Keys) : [];
            foreach (var (id, item) in leased)
                underWay[id] = Task.Run(() => work(item, abort.Token), CancellationToken.None);
            if (leased.Count == 0 || underWay.Count == sideBySide)
                await PauseAsync(underWay, stopping);
        }
        abort.CancelAfter(drain);
        await Task.WhenAll(underWay.Values);
    }

    private async Task PauseAsync(Dictionary<string, Task> underWay, CancellationToken stopping)
    {
        bool full = underWay.Count == sideBySide;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var rung = full ? Task.Delay(Timeout.InfiniteTimeSpan, clock, enough.Token) : wake.WaitAsync(Patience, clock, enough.Token);
        await Task.WhenAny([rung, .. underWay.Values]);
        await enough.CancelAsync();
    }
}

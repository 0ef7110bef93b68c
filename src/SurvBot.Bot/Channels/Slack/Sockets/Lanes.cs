namespace SurvBot.Bot.Channels.Slack.Sockets;

/// <summary>Does several things at the same time, but those in one lane in their order.</summary>
/// <param name="most">How many may be under way, those included that wait in their lane.</param>
internal sealed class Lanes(int most) : IDisposable
{
    private readonly SemaphoreSlim places = new(most);
    private readonly Dictionary<string, Task> ends = [];

    /// <summary>Done when what was begun is.</summary>
    public Task AllAsync()
    {
        lock (ends)
            return Task.WhenAll(ends.Values);
    }

    /// <summary>Begins something; waits only while too much is under way.</summary>
    /// <param name="lane">What it must not overtake anything of.</param>
    /// <param name="work">It throws nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task BeginAsync(string lane, Func<Task> work, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        lock (ends)
        {
            foreach (string idle in ends.Where(end => end.Value.IsCompleted).Select(end => end.Key).ToList())
                ends.Remove(idle);
            ends[lane] = DoAsync(ends.GetValueOrDefault(lane, Task.CompletedTask), work);
        }
    }

    public void Dispose() => places.Dispose();

    private async Task DoAsync(Task before, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await work();
        }
        finally
        {
            places.Release();
        }
    }
}

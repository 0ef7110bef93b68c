using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Teams.Connector;

/// <summary>Keeps what is sent to one conversation below the platform's limits, so that it need not complain.</summary>
/// <remarks>For one bot in one thread they are 7 requests in a second, 8 in two, 60 in thirty and 1,800 in an hour: "Optimize your bot with rate limiting in Teams".</remarks>
internal sealed class ConversationPace(TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private static readonly (int Most, TimeSpan Within)[] Limits = [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, Remembered)];

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> sent = [];
    private DateTimeOffset swept = clock.GetUtcNow();

    /// <summary>Ends when the next request may go there, and counts it.</summary>
    /// <exception cref="ChannelBusyException">That takes longer than a request should wait: it is for the outbox, where it holds up nobody else.</exception>
    public async Task WaitAsync(string conversationId, CancellationToken cancellationToken)
    {
        while (Take(conversationId) is { } pause)
        {
            if (pause > ConnectorPause.Longest)
                throw new ChannelBusyException("Too much was said in one conversation of Teams.", pause);
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    /// <summary>Null where it was counted, else how long to wait first.</summary>
    private TimeSpan? Take(string conversationId)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            Sweep(now);
            if (!sent.TryGetValue(conversationId, out var times))
                sent[conversationId] = times = [];
            times.RemoveAll(time => now - time >= Remembered);
            var pause = Limits.Where(limit => times.Count >= limit.Most).Select(limit => times[^limit.Most] + limit.Within - now).DefaultIfEmpty(TimeSpan.Zero).Max();
            if (pause > TimeSpan.Zero)
                return pause;
            times.Add(now);
            return null;
        }
    }

    /// <summary>Forgets conversations that have been silent.</summary>
    private void Sweep(DateTimeOffset now)
    {
        if (now - swept < Remembered)
            return;
        swept = now;
        foreach (var (id, _) in sent.Where(conversation => now - conversation.Value[^1] >= Remembered).ToList())
            sent.Remove(id);
    }
}

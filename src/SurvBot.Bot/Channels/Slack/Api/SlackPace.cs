using System.Collections.Concurrent;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Api;

/// <summary>Keeps to what Slack allows a workspace: so many calls of a method a minute, and none before it said so.</summary>
internal sealed class SlackPace(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Token, string Method), Calls> all = new();

    /// <summary>Workspaces and methods of which something is remembered.</summary>
    public int Remembered => all.Count;

    /// <summary>Counts a call.</summary>
    /// <exception cref="ChannelBusyException">It would be one too many; nothing was sent.</exception>
    public void Take(SlackMethod method, string token)
    {
        var calls = Of(method, token);
        lock (calls)
        {
            var now = clock.GetUtcNow();
            while (calls.At.TryPeek(out var first) && first + Window <= now)
                calls.At.Dequeue();
            var free = method.PerMinute is { } most && calls.At.Count >= most ? calls.At.Peek() + Window : now;
            var allowed = calls.NotBefore > free ? calls.NotBefore : free;
            if (allowed > now)
                throw new ChannelBusyException($"Slack wants fewer {method.Name}.", allowed - now);
            if (method.PerMinute is not null)
                calls.At.Enqueue(now);
        }
    }

    /// <summary>Slack wants no call of the method for a while.</summary>
    public void Pause(SlackMethod method, string token, TimeSpan pause)
    {
        var calls = Of(method, token);
        lock (calls)
            calls.NotBefore = clock.GetUtcNow() + pause;
    }

    /// <summary>A token that was renewed is never used again: what says nothing any more goes when something new comes.</summary>
    private Calls Of(SlackMethod method, string token)
    {
        if (all.TryGetValue((token, method.Name), out var known))
            return known;
        foreach (var each in all.Where(each => each.Value.SaysNothing(clock.GetUtcNow())))
            all.TryRemove(each);
        return all.GetOrAdd((token, method.Name), _ => new Calls());
    }

    private sealed class Calls
    {
        public bool SaysNothing(DateTimeOffset now)
        {
            lock (this)
                return NotBefore <= now && At.All(at => at + Window <= now);
        }

        public Queue<DateTimeOffset> At { get; } = new();

        public DateTimeOffset NotBefore { get; set; }
    }
}

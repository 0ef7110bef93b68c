using System.Collections.Concurrent;

namespace SurvBot.Bot.Channels;

/// <summary>The streams of one platform that wait for their answers.</summary>
/// <param name="longest">How long the platform keeps one open at most: from then on the answer takes its place, whoever remembers it.</param>
/// <param name="clock">Tells how long they have waited.</param>
internal sealed class OpenStreams<T>(TimeSpan longest, TimeProvider clock)
    where T : class
{
    private readonly ConcurrentDictionary<string, (T Stream, DateTimeOffset Since)> streams = new();

    /// <summary>All that wait.</summary>
    public IEnumerable<T> All => streams.Values.Select(open => open.Stream);

    /// <summary>Keeps a stream until its answer is said; those whose answer never came go.</summary>
    public void Keep(string replyId, T stream)
    {
        foreach (var (id, _) in streams.Where(open => clock.GetUtcNow() - open.Value.Since > longest))
            Drop(id);
        streams[replyId] = (stream, clock.GetUtcNow());
    }

    /// <summary>The stream of a reply, or null.</summary>
    public T? Find(string replyId) => streams.TryGetValue(replyId, out var open) ? open.Stream : null;

    /// <summary>The reply is said, or never will be.</summary>
    // Not disposed: somebody may be waiting for its turn, and a semaphore whose handle nobody took has nothing to give back.
    public void Drop(string replyId) => streams.TryRemove(replyId, out _);
}

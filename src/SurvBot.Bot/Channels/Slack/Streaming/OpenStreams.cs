using System.Collections.Concurrent;

namespace SurvBot.Bot.Channels.Slack.Streaming;

/// <summary>The streams that wait for their answers.</summary>
internal sealed class OpenStreams(TimeProvider clock)
{
    // Slack ends a stream after about five minutes: from then on the answer takes its place, whoever remembers it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    private readonly ConcurrentDictionary<string, Open> streams = new();

    /// <summary>Keeps a stream until its answer is said; those whose answer never came go.</summary>
    public void Keep(string replyId, AnswerStream stream)
    {
        foreach (var (id, _) in streams.Where(open => clock.GetUtcNow() - open.Value.Since > Longest))
            Drop(id);
        Drop(replyId);
        streams[replyId] = new Open(stream, clock.GetUtcNow());
    }

    /// <summary>The stream of a reply, by the platform's name for it; null where it is another one or none.</summary>
    public AnswerStream? Find(string replyId, string? post) => streams.TryGetValue(replyId, out var open) && open.Stream.Ts == post ? open.Stream : null;

    /// <summary>The stream behind a message.</summary>
    public AnswerStream? FindAt(string room, string ts) => streams.Values.Select(open => open.Stream).FirstOrDefault(stream => stream.Room == room && stream.Ts == ts);

    /// <summary>The reply is said, or never will be.</summary>
    // Not disposed: somebody may be waiting for its turn, and a semaphore whose handle nobody took has nothing to give back.
    public void Drop(string replyId) => streams.TryRemove(replyId, out _);

    private sealed record Open(AnswerStream Stream, DateTimeOffset Since);
}

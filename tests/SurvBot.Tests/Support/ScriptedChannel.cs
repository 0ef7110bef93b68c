using System.Collections.Concurrent;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;

namespace SurvBot.Tests.Support;

/// <summary>A chat platform in memory that keeps what is posted and does what a test wants of it.</summary>
internal sealed class ScriptedChannel : IChannel
{
    private int posts;

    public string Name => "test";

    /// <summary>What stands in the chat now, by the platform's names.</summary>
    public ConcurrentDictionary<string, Reply> Posts { get; } = new();

    /// <summary>All that was shown on the way.</summary>
    public ConcurrentQueue<Reply> Shown { get; } = new();

    /// <summary>Whether an answer on its way is shown by a post.</summary>
    public bool HasPlaceholders { get; set; }

    /// <summary>Faults of the next deliveries, in order.</summary>
    public ConcurrentQueue<Exception> Faults { get; } = new();

    /// <summary>Holds up the beginning of every answer.</summary>
    public Func<CancellationToken, Task> Beginning { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether whoever reads pressed Stop.</summary>
    public bool IsStopped { get; set; }

    /// <summary>Whether the post arrives although its delivery is reported as failed.</summary>
    public bool PostsBeforeItFails { get; set; }

    public async Task<string?> BeginAsync(Address to, string replyId, CancellationToken cancellationToken)
    {
        await Beginning(cancellationToken);
        return HasPlaceholders ? Post(new Reply(replyId, [new Progress("Thinking…")])) : null;
    }

    public Task<bool> ShowAsync(Address to, string? post, Reply partial, CancellationToken cancellationToken)
    {
        Shown.Enqueue(partial);
        return Task.FromResult(!IsStopped);
    }

    public Task<string?> FindAsync(Address to, string replyId, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(Posts.FirstOrDefault(post => post.Value.Id == replyId).Key);

    public Task<string> DeliverAsync(Address to, string? post, Reply reply, bool mayStand, CancellationToken cancellationToken)
    {
        bool fails = Faults.TryDequeue(out var fault);
        if (fails && !PostsBeforeItFails)
            throw fault!;
        if (post is not null)
            Posts[post] = reply;
        else
            post = Post(reply);
        return fails ? throw fault! : Task.FromResult(post);
    }

    private string Post(Reply reply)
    {
        string name = $"post {Interlocked.Increment(ref posts)}";
        Posts[name] = reply;
        return name;
    }
}

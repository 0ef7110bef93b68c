using System.Collections.Concurrent;
using System.Threading.Channels;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Web;

/// <summary>Shows replies to those who are looking. The reply itself is kept with its conversation, so that whoever looks later finds it there.</summary>
public sealed class WebChannel : IChannel
{
    /// <summary>Its name, and its only workspace: everybody who may use this server.</summary>
    public const string ChannelName = "web", Workspace = "web";

    // A reader who is this far behind misses steps on the way, never the reply.
    private const int MostUnread = 64;

    private readonly ConcurrentDictionary<string, Listener[]> listeners = new();

    /// <inheritdoc />
    public string Name => ChannelName;

    /// <summary>Hears of all that happens to a reply from now on, until it is disposed.</summary>
    public IReplyFeed Listen(string replyId)
    {
        var listener = new Listener(this, replyId);
        listeners.AddOrUpdate(replyId, _ => [listener], (_, others) => [.. others, listener]);
        return listener;
    }

    /// <inheritdoc />
    public Task<string?> BeginAsync(Address to, string replyId, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <inheritdoc />
    public Task<bool> ShowAsync(Address to, string? post, Reply partial, CancellationToken cancellationToken)
    {
        Tell(partial, isFinal: false);
        return Task.FromResult(true);
    }

    /// <inheritdoc />
    public Task<string?> FindAsync(Address to, string replyId, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <inheritdoc />
    public Task<string> DeliverAsync(Address to, string? post, Reply reply, bool mayStand, CancellationToken cancellationToken)
    {
        Tell(reply, isFinal: true);
        return Task.FromResult(reply.Id);
    }

    private void Tell(Reply reply, bool isFinal)
    {
        foreach (var listener in listeners.GetValueOrDefault(reply.Id, []))
            listener.Hear(reply, isFinal);
    }

    private sealed class Listener(WebChannel channel, string replyId) : IReplyFeed
    {
        private readonly Channel<Reply> unread = Channel.CreateBounded<Reply>(new BoundedChannelOptions(MostUnread) { FullMode = BoundedChannelFullMode.DropOldest });

        public ChannelReader<Reply> Replies => unread.Reader;

        public void Hear(Reply reply, bool isFinal)
        {
            unread.Writer.TryWrite(reply);
            if (isFinal)
                unread.Writer.TryComplete();
        }

        public void Dispose()
        {
            Listener[]? others;
            while (channel.listeners.TryGetValue(replyId, out others)
                && !(others is [_] ? channel.listeners.TryRemove(KeyValuePair.Create(replyId, others)) : channel.listeners.TryUpdate(replyId, [.. others.Where(other => other != this)], others)))
            {
            }
        }
    }
}

/// <summary>What happens to one reply while somebody looks: its steps, then the reply itself, then the end.</summary>
public interface IReplyFeed : IDisposable
{
    ChannelReader<Reply> Replies { get; }
}

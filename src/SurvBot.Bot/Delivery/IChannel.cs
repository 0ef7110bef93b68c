using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Delivery;

/// <summary>A medium that replies are sent through.</summary>
/// <remarks>
/// Sending is at least once: after a crash nobody knows whether a post arrived. What makes it once in effect is the platform's own name for a
/// post, kept beside the reply: it is asked for where it is in doubt, and what stands there is updated instead of posted again.
/// </remarks>
public interface IChannel
{
    /// <summary>As in <see cref="Address.Channel"/>.</summary>
    string Name { get; }

    /// <summary>Posts that an answer is on its way; gives the platform's name for the post, or null where the channel shows that otherwise.</summary>
    Task<string?> BeginAsync(Address to, string replyId, CancellationToken cancellationToken);

    /// <summary>Shows how far the answer is; best effort, and nothing is lost when it does not arrive. False when the reader has stopped it and wants no answer any more.</summary>
    Task<bool> ShowAsync(Address to, string? post, Reply partial, CancellationToken cancellationToken);

    /// <summary>The platform's name for the post that carries this reply's id, or null when there is none.</summary>
    Task<string?> FindAsync(Address to, string replyId, CancellationToken cancellationToken);

    /// <summary>Posts a reply, or puts it in the place of <paramref name="post"/>; gives the platform's name for the post.</summary>
    /// <param name="to">Where it belongs.</param>
    /// <param name="post">The platform's name for what stands there already, or null.</param>
    /// <param name="reply">What is to be shown.</param>
    /// <param name="mayStand">Whether an earlier attempt may have posted it: where nothing that the platform has can be updated, it must not be said twice.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ChannelRefusedException">The platform will never take it.</exception>
    /// <exception cref="ChannelBusyException">The platform wants to be left alone for a while.</exception>
    /// <exception cref="ChannelUnsentException">Nothing was sent, for a reason that somebody may mend.</exception>
    Task<string> DeliverAsync(Address to, string? post, Reply reply, bool mayStand, CancellationToken cancellationToken);
}

/// <summary>A platform will never take this reply: the room is gone, the bot was removed.</summary>
public sealed class ChannelRefusedException(string message) : Exception(message);

/// <summary>Nothing left this process, or the platform turned it away unread: it certainly does not stand there.</summary>
public sealed class ChannelUnsentException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A platform wants no request before some time has passed.</summary>
public sealed class ChannelBusyException(string message, TimeSpan retryAfter) : Exception(message)
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}

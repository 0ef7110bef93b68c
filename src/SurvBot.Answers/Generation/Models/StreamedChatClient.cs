using Microsoft.Extensions.AI;

namespace SurvBot.Answers.Generation.Models;

/// <summary>A part of the pipeline that knows answers as streams only: one that is wanted whole is a stream, too, so that a stall is seen where it happens.</summary>
internal abstract class StreamedChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc />
    public sealed override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc />
    public abstract override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace SurvBot.Answers.Generation.Models;

/// <summary>Tells the breaker how each answer ended; asks nobody while it is open.</summary>
internal sealed class BreakingChatClient(IChatClient inner, ModelBreaker breaker) : StreamedChatClient(inner)
{
    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        breaker.Enter();
        await using var updates = InnerClient.GetStreamingResponseAsync(messages, chatOptions, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(updates))
            yield return updates.Current;
        breaker.Succeeded();
    }

    private async ValueTask<bool> MoveAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (ModelUnavailableException fault)
        {
            breaker.Failed(fault.Fault);
            throw;
        }
    }
}

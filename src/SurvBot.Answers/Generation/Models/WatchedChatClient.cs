using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace SurvBot.Answers.Generation.Models;

/// <summary>One attempt: holds the model to its time-outs and limits, and tells every failure as a <see cref="ModelUnavailableException"/>.</summary>
internal sealed class WatchedChatClient(IChatClient provider, ModelOptions options, TimeProvider clock, ILogger<WatchedChatClient> log) : StreamedChatClient(provider)
{
    private readonly FaultReader faults = new(clock);

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await using var updates = AskAsync(messages, chatOptions, stop.Token).GetAsyncEnumerator(stop.Token);
        var answer = new WatchedAnswer(options.MostCharacters, chatOptions, log);
        while (await MoveAsync(updates, patience, answer.HasBegun ? options.PauseTimeout : options.FirstWordsTimeout, cancellationToken))
            yield return answer.Take(updates.Current);
        answer.End();
    }

    /// <summary>The provider's stream, so that what fails in the asking fails in the reading.</summary>
    private async IAsyncEnumerable<ChatResponseUpdate> AskAsync(IEnumerable<ChatMessage> messages, ChatOptions? chatOptions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var update in InnerClient.GetStreamingResponseAsync(messages, chatOptions, cancellationToken).WithCancellation(cancellationToken))
            yield return update;
    }

    /// <summary>The reader's own time between two pieces is not the model's.</summary>
    private async ValueTask<bool> MoveAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationTokenSource patience, TimeSpan limit, CancellationToken caller)
    {
        patience.CancelAfter(limit);
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception failure)
        {
            // What a caller gives up may break in many ways.
            caller.ThrowIfCancellationRequested();
            throw faults.Of(failure);
        }
        finally
        {
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }
}

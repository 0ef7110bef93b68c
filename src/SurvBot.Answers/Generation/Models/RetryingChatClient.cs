using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace SurvBot.Answers.Generation.Models;

/// <summary>Asks again where that may help, while there is time and nothing has been read yet.</summary>
/// <remarks>A "Retry-After" holds for everybody: until then nobody asks, and whoever has no time to wait is told at once.</remarks>
internal sealed class RetryingChatClient(IChatClient attempts, ModelOptions options, TimeProvider clock) : StreamedChatClient(attempts)
{
    private readonly BusyPause pause = new(clock);

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var left = TimeLeft(chatOptions);
        var deadline = clock.GetUtcNow() + left;
        using var total = new CancellationTokenSource(left, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        await using var stream = await BeginAsync([.. messages], chatOptions, deadline, stop.Token, cancellationToken);
        foreach (var update in stream.Beginning)
            yield return update;
        while (await InTimeAsync(stream.MoveAsync, cancellationToken))
            yield return stream.Current;
    }

    private TimeSpan TimeLeft(ChatOptions? chatOptions)
    {
        var left = ModelDeadline.Of(chatOptions) - clock.GetUtcNow() is { } callers && callers < options.TotalTimeout ? callers : options.TotalTimeout;
        return left > TimeSpan.Zero ? left : throw new ModelUnavailableException(ModelFault.Stalled, "There was no time left for the language model.");
    }

    private async Task<BegunStream> BeginAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? chatOptions, DateTimeOffset deadline, CancellationToken stop, CancellationToken caller)
    {
        for (int attempt = 0; ; attempt++)
        {
            var stream = new BegunStream(InnerClient.GetStreamingResponseAsync(messages, chatOptions, stop).GetAsyncEnumerator(stop));
            try
            {
                pause.Refuse();
                await InTimeAsync(stream.BeginAsync, caller);
                return stream;
            }
            catch (Exception failure)
            {
                await stream.DisposeAsync();
                if (failure is not ModelUnavailableException fault || attempt >= options.Retries || RetryDelay.After(fault, attempt, pause) is not { } delay || clock.GetUtcNow() + delay >= deadline)
                    throw;
                await Task.Delay(delay, clock, caller);
            }
        }
    }

    private static async Task<bool> InTimeAsync(Func<ValueTask<bool>> step, CancellationToken caller)
    {
        try
        {
            return await step();
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            throw new ModelUnavailableException(ModelFault.Stalled, "The language model took too long.");
        }
    }
}

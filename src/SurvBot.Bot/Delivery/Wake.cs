using System.Threading.Channels;

namespace SurvBot.Bot.Delivery;

/// <summary>Wakes a worker when there is something to do; several calls before it looks wake it once.</summary>
public sealed class Wake
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => bell.Writer.TryWrite(true);

    /// <summary>Returns when it was rung, or after <paramref name="patience"/>.</summary>
    public async Task WaitAsync(TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        try
        {
            await bell.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}

/// <summary>The two bells: a message came in, a reply was written.</summary>
public sealed class DeliveryWake
{
    public Wake Inbox { get; } = new();

    public Wake Outbox { get; } = new();
}

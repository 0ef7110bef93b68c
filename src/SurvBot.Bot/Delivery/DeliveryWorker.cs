using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Delivery;

/// <summary>Hands what waits in the outbox to its channels.</summary>
public sealed partial class DeliveryWorker(
    Outbox outbox, DeliveryWake wake, IEnumerable<IChannel> channels, DeliveryOptions options, TimeProvider clock, ILogger<DeliveryWorker> log) : BackgroundService
{
    private readonly Dictionary<string, IChannel> channels = channels.ToDictionary(channel => channel.Name);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new LeaseLoop(options.Sending, options.Drain, wake.Outbox, clock).RunAsync(LeaseAsync, SendAsync, stoppingToken);

    private async Task<IReadOnlyList<(string, LeasedReply)>> LeaseAsync(int most, IReadOnlyCollection<string> underWay)
    {
        try
        {
            return [.. (await outbox.LeaseAsync(most, underWay, CancellationToken.None)).Select(reply => (reply.Reply.Id, reply))];
        }
        catch (ChatStoreException fault)
        {
            Log.StoreFails(log, fault.Message);
            return [];
        }
    }

    private async Task SendAsync(LeasedReply leased, CancellationToken cancellationToken)
    {
        // A request ends before the lease does: nobody else can have taken over while it may still arrive.
        using var deadline = new CancellationTokenSource(options.Lease / 2, clock);
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var channel = channels[leased.To.Channel];
            string? post = leased.Post ?? (leased.IsInDoubt ? await channel.FindAsync(leased.To, leased.Reply.Id, inTime.Token) : null);
            post = await channel.DeliverAsync(leased.To, post, leased.Reply, mayStand: leased.WasTried, inTime.Token);
            await outbox.MarkDeliveredAsync(leased.Reply.Id, post, CancellationToken.None);
        }
        catch (Exception fault)
        {
            await SettleAsync(leased, fault, cancellationToken);
        }
    }

    private async Task SettleAsync(LeasedReply leased, Exception fault, CancellationToken stopped)
    {
        try
        {
            string error = $"{fault.GetType().Name}: {fault.Message}";
            if (stopped.IsCancellationRequested)
                await outbox.ReleaseAsync(leased, CancellationToken.None);
            else if (fault is ChannelBusyException busy)
                await outbox.RetryAsync(leased, error, busy.RetryAfter, mayStand: false, CancellationToken.None);
            else if (fault is ChannelRefusedException || leased.Failures + 1 >= options.SendFailures)
            {
                Log.GivenUp(log, leased.Reply.Id, leased.Failures + 1, fault.GetType().Name);
                await outbox.GiveUpAsync(leased, error, mayStand: fault is not (ChannelRefusedException or ChannelUnsentException), CancellationToken.None);
            }
            else
                await outbox.RetryAsync(leased, error, null, mayStand: fault is not ChannelUnsentException, CancellationToken.None);
        }
        catch (ChatStoreException unkept)
        {
            Log.StoreFails(log, unkept.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Chats cannot be kept: {Line}")]
        public static partial void StoreFails(ILogger log, string line);

        [LoggerMessage(LogLevel.Error, "Reply {Id} is put aside after {Failures} failures: {Fault}")]
        public static partial void GivenUp(ILogger log, string id, int failures, string fault);
    }
}

using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Delivery;

/// <summary>Answers what waits in the inbox and puts the replies into the outbox.</summary>
public sealed partial class AnswerWorker(
    Inbox inbox, DeliveryWake wake, MessageHandler handler, IEnumerable<IChannel> channels, DeliveryMetrics metrics, DeliveryOptions options, TimeProvider clock, ILogger<AnswerWorker> log) : BackgroundService
{
    private readonly Dictionary<string, IChannel> channels = channels.ToDictionary(channel => channel.Name);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new LeaseLoop(options.Answering, options.Drain, wake.Inbox, clock).RunAsync(LeaseAsync, AnswerAsync, stoppingToken);

    private async Task<IReadOnlyList<(string, LeasedMessage)>> LeaseAsync(int most, IReadOnlyCollection<string> underWay)
    {
        try
        {
            var leased = await inbox.LeaseAsync(most, underWay, CancellationToken.None);
            if (leased.Count == 0 && underWay.Count == 0)
                inbox.Recount();
            return [.. leased.Select(message => (message.Message.Id, message))];
        }
        catch (ChatStoreException fault)
        {
            Log.StoreFails(log, fault.Message);
            return [];
        }
    }

    private async Task AnswerAsync(LeasedMessage leased, CancellationToken cancellationToken)
    {
        using var activity = DeliveryMetrics.Answering(leased);
        using var deadline = new CancellationTokenSource(options.AnswerTimeout, clock);
        using var reader = new CancellationTokenSource();
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, reader.Token, cancellationToken);
        try
        {
            leased = await BeginAsync(leased, inTime.Token);
            var handled = await handler.HandleAsync(leased.Message, partial => ShowAsync(leased, partial, reader, inTime.Token), inTime.Token);
            if (await inbox.CompleteAsync(leased, handled.Reply, handled.Answer, CancellationToken.None, handled.Receipt))
                metrics.Replied(leased.Message.Address.Channel, clock.GetUtcNow() - leased.Message.SentAt);
            else if (leased.Post is not null)
                await TakeBackAsync(leased, leased.Post, cancellationToken);
            wake.Outbox.Ring();
            wake.Inbox.Ring();
        }
        catch (Exception fault)
        {
            await SettleAsync(leased, fault, reader.IsCancellationRequested, cancellationToken);
        }
    }

    /// <summary>Posts that the answer is on its way, where the channel shows that by a post. One that an earlier attempt posted is found again.</summary>
    private async Task<LeasedMessage> BeginAsync(LeasedMessage leased, CancellationToken cancellationToken)
    {
        if (leased.Post is not null)
            return leased;
        var (id, to, channel) = (leased.Message.Id, leased.Message.Address, channels[leased.Message.Address.Channel]);
        string? post = await PostAsync(channel, to, id, mayStand: leased.Attempts > 1, cancellationToken);
        if (post is null)
            return leased;
        await inbox.SetPostAsync(id, post, CancellationToken.None);
        return leased with { Post = post };
    }

    /// <summary>A platform that is busy has not posted anything: the answer goes on without, and is posted when it is there.</summary>
    private static async Task<string?> PostAsync(IChannel channel, Address to, string id, bool mayStand, CancellationToken cancellationToken)
    {
        try
        {
            string? post = mayStand ? await channel.FindAsync(to, id, cancellationToken) : null;
            return post ?? await channel.BeginAsync(to, id, cancellationToken);
        }
        catch (ChannelBusyException)
        {
            return null;
        }
    }

    private async Task ShowAsync(LeasedMessage leased, Reply partial, CancellationTokenSource reader, CancellationToken cancellationToken)
    {
        try
        {
            if (!await channels[leased.Message.Address.Channel].ShowAsync(leased.Message.Address, leased.Post, partial, cancellationToken))
                await reader.CancelAsync();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.ProgressNotShown(log, leased.Message.Id, fault.GetType().Name);
        }
    }

    /// <summary>The question was forgotten while it was answered: what announced the answer says so. Nobody waits for that, and it is tried once.</summary>
    private async Task TakeBackAsync(LeasedMessage leased, string post, CancellationToken cancellationToken)
    {
        try
        {
            await channels[leased.Message.Address.Channel].DeliverAsync(leased.Message.Address, post, Notices.Forgotten(leased.Message.Id), mayStand: false, cancellationToken);
        }
        catch (Exception fault)
        {
            Log.NotTakenBack(log, leased.Message.Id, fault.GetType().Name);
        }
    }

    /// <summary>Says nothing more when the reader wants nothing more, and gives the lease back when the process stops; else tries again, or gives up and says so.</summary>
    private async Task SettleAsync(LeasedMessage leased, Exception fault, bool isUnwanted, CancellationToken stopped)
    {
        try
        {
            if (isUnwanted)
            {
                await inbox.DismissAsync(leased, CancellationToken.None);
                return;
            }
            if (stopped.IsCancellationRequested)
            {
                await inbox.ReleaseAsync(leased, CancellationToken.None);
                return;
            }
            string error = fault is OperationCanceledException ? $"No answer within {options.AnswerTimeout.TotalSeconds:0} s." : $"{fault.GetType().Name}: {fault.Message}";
            Log.NotAnswered(log, leased.Message.Id, leased.Failures + 1, fault.GetType().Name);
            if (leased.Failures + 1 < options.AnswerFailures)
                await inbox.RetryAsync(leased, error, CancellationToken.None);
            else
                await inbox.GiveUpAsync(leased, Notices.Failed(leased.Message.Id), error, CancellationToken.None);
            wake.Outbox.Ring();
        }
        catch (ChatStoreException unkept)
        {
            // The lease runs out by itself, and the message is tried again then.
            Log.StoreFails(log, unkept.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Chats cannot be kept: {Line}")]
        public static partial void StoreFails(ILogger log, string line);

        [LoggerMessage(LogLevel.Warning, "Message {Id} could not be answered, failure {Failures}: {Fault}")]
        public static partial void NotAnswered(ILogger log, string id, int failures, string fault);

        [LoggerMessage(LogLevel.Information, "Progress of {Id} could not be shown: {Fault}")]
        public static partial void ProgressNotShown(ILogger log, string id, string fault);

        [LoggerMessage(LogLevel.Information, "What announced the answer to {Id} does not say that it was forgotten: {Fault}")]
        public static partial void NotTakenBack(ILogger log, string id, string fault);
    }
}

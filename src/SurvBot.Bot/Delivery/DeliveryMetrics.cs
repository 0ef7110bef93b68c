using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SurvBot.Bot.Delivery;

/// <summary>What an operator watches: how many wait, how long, what is in doubt, how long a reply takes. The text of questions and answers is never among it.</summary>
public sealed class DeliveryMetrics : IDisposable
{
    /// <summary>Of the meter and of the activity source.</summary>
    public const string Name = "SurvBot";

    private static readonly ActivitySource Activities = new(Name);

    private readonly Meter meter;
    private readonly Histogram<double> replyDuration;

    public DeliveryMetrics(IMeterFactory meters, Inbox inbox, Outbox outbox)
    {
        meter = meters.Create(Name);
        meter.CreateObservableGauge("survbot.inbox.depth", () => inbox.Waiting, "{message}", "Messages that wait for their answer");
        meter.CreateObservableGauge("survbot.inbox.oldest_age", () => inbox.OldestAge.TotalSeconds, "s", "How long the oldest message has waited");
        meter.CreateObservableGauge("survbot.outbox.in_doubt", () => outbox.InDoubt, "{reply}", "Replies that may have been posted already");
        replyDuration = meter.CreateHistogram<double>("survbot.reply.duration", "s", "From a message to its reply");
    }

    /// <summary>Traces the answering of one message.</summary>
    public static Activity? Answering(LeasedMessage leased) =>
        Activities.StartActivity("survbot.answer")?.SetTag("survbot.message.id", leased.Message.Id).SetTag("survbot.channel", leased.Message.Address.Channel).SetTag("survbot.attempts", leased.Attempts);

    /// <summary>A reply was written so long after its message.</summary>
    public void Replied(string channel, TimeSpan after) => replyDuration.Record(after.TotalSeconds, new KeyValuePair<string, object?>("survbot.channel", channel));

    public void Dispose() => meter.Dispose();
}

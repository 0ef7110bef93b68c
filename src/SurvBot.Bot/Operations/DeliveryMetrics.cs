using System.Diagnostics.Metrics;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Operations;

/// <summary>What an operator watches: how many wait, how long, and what is in doubt.</summary>
public sealed class DeliveryMetrics : IDisposable
{
    private readonly Meter meter;

    public DeliveryMetrics(IMeterFactory meters, Inbox inbox, Outbox outbox)
    {
        meter = meters.Create(Telemetry.Name);
        meter.CreateObservableGauge("survbot.inbox.depth", () => inbox.Waiting, "{message}", "Messages that wait for their answer");
        meter.CreateObservableGauge("survbot.inbox.oldest_age", () => inbox.OldestAge.TotalSeconds, "s", "How long the oldest message has waited");
        meter.CreateObservableGauge("survbot.outbox.in_doubt", () => outbox.InDoubt, "{reply}", "Replies that may have been posted already");
    }

    public void Dispose() => meter.Dispose();
}

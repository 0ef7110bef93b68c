using System.Collections.Concurrent;

namespace SurvBot.Tests.Channels.Teams.Connector;

/// <summary>A clock on which every pause is over at once; it remembers how long each was meant to be.</summary>
internal sealed class HastyClock : TimeProvider
{
    private readonly DateTimeOffset start = Support.Some.Now;

    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override DateTimeOffset GetUtcNow() => start + new TimeSpan(Pauses.Sum(pause => pause.Ticks));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            Pauses.Enqueue(dueTime);
        return System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}

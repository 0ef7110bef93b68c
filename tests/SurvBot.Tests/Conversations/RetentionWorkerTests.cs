using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SurvBot.Bot.Conversations;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Conversations;

public sealed class RetentionWorkerTests : IAsyncDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly TemporaryChats chats = new();

    [Fact]
    public async Task The_old_is_forgotten_at_night()
    {
        await chats.AnswerAsync(TemporaryChats.Message("old"));
        using var clock = new BedsideClock(Some.Now.AddDays(89));
        using var worker = new RetentionWorker(chats.Forgetting, new ConversationOptions { RetentionDays = 90 }, clock, NullLogger<RetentionWorker>.Instance);
        await worker.StartAsync(Stop);
        await clock.AsleepAsync();

        clock.Advance(TimeSpan.FromHours(18));
        await clock.AsleepAsync();
        Turns.ShouldBe(1, "89 days and 18 hours are not yet 90 days");
        clock.Advance(TimeSpan.FromHours(24));
        await clock.AsleepAsync();
        Turns.ShouldBe(0);
        await worker.StopAsync(Stop);
    }

    private long Turns => chats.Scalar<long>("SELECT count(*) FROM turns");

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    /// <summary>A clock that knows when somebody has gone to sleep by it.</summary>
    private sealed class BedsideClock(DateTimeOffset start) : FakeTimeProvider(start), IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        private readonly SemaphoreSlim sleepers = new(0);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            sleepers.Release();
            return timer;
        }

        public async Task AsleepAsync() => (await sleepers.WaitAsync(Patience, Stop)).ShouldBeTrue();

        public void Dispose() => sleepers.Dispose();
    }
}

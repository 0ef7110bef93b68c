using Microsoft.Extensions.Logging;
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
        var clock = new FakeTimeProvider(Some.Now.AddDays(88));
        using var nights = new CountedNights();
        using var worker = new RetentionWorker(chats.Forgetting, new ConversationOptions { RetentionDays = 90 }, clock, nights);
        await worker.StartAsync(Stop);

        await nights.PassAsync(clock);
        await nights.PassAsync(clock);
        Turns.ShouldBe(1, "89 days and 18 hours are not yet 90 days");
        await nights.PassAsync(clock);
        Turns.ShouldBe(0);
        await worker.StopAsync(Stop);
    }

    private long Turns => chats.Scalar<long>("SELECT count(*) FROM turns");

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    /// <summary>Hears of each night's work from the log.</summary>
    private sealed class CountedNights : ILogger<RetentionWorker>, IDisposable
    {
        private readonly SemaphoreSlim done = new(0);

        public async Task PassAsync(FakeTimeProvider clock)
        {
            // The worker may not have gone to sleep yet.
            do
                clock.Advance(TimeSpan.FromHours(clock.GetUtcNow().Hour < 3 ? 3 - clock.GetUtcNow().Hour : 27 - clock.GetUtcNow().Hour));
            while (!await done.WaitAsync(TimeSpan.FromSeconds(20), Stop));
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => done.Release();

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose() => done.Dispose();
    }
}

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
        var clock = new FakeTimeProvider(Some.Now.AddDays(89));
        using var worker = new RetentionWorker(chats.Forgetting, new ConversationOptions(), clock, NullLogger<RetentionWorker>.Instance);
        await worker.StartAsync(Stop);
        clock.Advance(TimeSpan.FromHours(18));
        await Task.Delay(200, Stop);
        Turns.ShouldBe(1, "89 days and 18 hours are not yet 90 days");
        for (int i = 0; i < 50 && Turns > 0; i++)
        {
            clock.Advance(TimeSpan.FromHours(12));
            await Task.Delay(100, Stop);
        }
        Turns.ShouldBe(0);
        clock.GetUtcNow().ShouldBeLessThan(Some.Now.AddDays(93));
        await worker.StopAsync(Stop);
    }

    private long Turns => chats.Scalar<long>("SELECT count(*) FROM turns");

    public ValueTask DisposeAsync() => chats.DisposeAsync();
}

using SurvBot.Bot.Delivery;

namespace SurvBot.Tests.Delivery;

public sealed class WakeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly Wake wake = new();

    [Fact]
    public async Task A_bell_that_rang_before_anybody_listened_is_heard()
    {
        wake.Ring();
        wake.Ring();
        await wake.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);
        wake.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, Stop).IsCompleted.ShouldBeFalse("two rings before it looks wake it once");
    }

    [Fact]
    public async Task A_bell_that_rings_just_when_patience_ends_harms_nobody()
    {
        // The timer and the bell race; whichever loses must find nothing that is gone already.
        await Parallel.ForAsync(0, 2000, Stop, async (i, _) =>
        {
            var one = new Wake();
            var waiting = one.WaitAsync(TimeSpan.FromMilliseconds(i % 3), TimeProvider.System, Stop);
            one.Ring();
            await waiting;
        });
    }

    [Fact]
    public async Task Who_is_told_to_stop_does_not_wait()
    {
        using var stop = new CancellationTokenSource();
        var waiting = wake.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }
}

using System.Diagnostics;

namespace SurvBot.Acceptance.Chaos;

/// <summary>The program is asked to end, and started again, while people write.</summary>
[Collection(ChaosCollection.Name), Trait("Category", "Chaos")]
public sealed class RestartTests
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10), LongestLife = TimeSpan.FromMilliseconds(400);

    private readonly Random random = Seeded.Random();

    [Fact]
    public async Task A_rolling_restart_ends_in_time_and_loses_and_doubles_nothing()
    {
        await using var rig = await Rig.CreateAsync("CHAOS_ANSWER_MS=20");
        await rig.StartAsync();
        for (int restart = 0; restart < ChaosSizes.Restarts; restart++)
        {
            rig.Senders.Say(ChaosSizes.EventsOf(restart, ChaosSizes.Restarts));
            await Task.Delay(LongestLife * random.NextDouble(), TestContext.Current.CancellationToken);
            await EndAsync(rig);
            await rig.StartAsync();
        }
        (await rig.SettleAsync("rolling restart", ChaosSizes.Restarts)).ShouldBeClean(ChaosSizes.Events);
    }

    private static async Task EndAsync(Rig rig)
    {
        var watch = Stopwatch.StartNew();
        await rig.SignalAsync("TERM");
        await rig.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        watch.Elapsed.ShouldBeLessThan(LongestStop);
        rig.Process.ExitCode.ShouldBe(0);
    }
}

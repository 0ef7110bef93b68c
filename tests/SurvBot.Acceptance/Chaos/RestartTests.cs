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

    [Fact]
    public async Task An_answer_that_takes_too_long_holds_up_no_stop_and_is_given_by_the_next_program()
    {
        await using var rig = await Rig.CreateAsync("CHAOS_ANSWER_MS=60000");
        await rig.StartAsync();
        rig.Senders.Say(8);
        await Eventually.BeTrueAsync(() => rig.Senders.Acknowledged.Count == 8, "all are acknowledged");
        await EndAsync(rig);
        rig.Set("CHAOS_ANSWER_MS=0");
        await rig.StartAsync();
        (await rig.SettleAsync("restart over slow answers", 1)).ShouldBeClean(8);
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

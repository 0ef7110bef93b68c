namespace SurvBot.Acceptance.Chaos;

/// <summary>The program stands still for longer than its leases, and then goes on as if nothing had been.</summary>
[Collection(ChaosCollection.Name), Trait("Category", "Chaos")]
public sealed class StopTests
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(300), Stop = TimeSpan.FromSeconds(3);

    private readonly Random random = Seeded.Random();

    [Fact]
    public async Task Stops_longer_than_a_lease_lose_nothing_and_double_nothing()
    {
        await using var rig = await Rig.CreateAsync("SurvBot__Delivery__Lease=00:00:02", "CHAOS_ANSWER_MS=20");
        // Something is always on its way when it is stopped.
        rig.Platform.Afterthought = TimeSpan.FromMilliseconds(200);
        await rig.StartAsync();
        for (int stop = 0; stop < ChaosSizes.Stops; stop++)
        {
            rig.Senders.Say(ChaosSizes.EventsOf(stop, ChaosSizes.Stops));
            await Task.Delay(LongestLife * random.NextDouble(), TestContext.Current.CancellationToken);
            await rig.SignalAsync("STOP");
            await Task.Delay(Stop, TestContext.Current.CancellationToken);
            await rig.SignalAsync("CONT");
        }
        (await rig.SettleAsync("SIGSTOP for 3 s, lease 2 s", ChaosSizes.Stops)).ShouldBeClean(ChaosSizes.Events);
    }
}

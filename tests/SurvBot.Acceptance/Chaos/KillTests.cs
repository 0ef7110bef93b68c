namespace SurvBot.Acceptance.Chaos;

/// <summary>The program dies without a word while it takes in, answers, delivers and starts.</summary>
[Collection(ChaosCollection.Name), Trait("Category", "Chaos")]
public sealed class KillTests
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(400), LongestStart = TimeSpan.FromMilliseconds(1500);

    private readonly Random random = Seeded.Random();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kills_at_any_moment_lose_nothing_and_double_nothing(bool placeholder)
    {
        await using var rig = await Rig.CreateAsync($"CHAOS_PLACEHOLDER={(placeholder ? 1 : 0)}", "CHAOS_ANSWER_MS=5");
        await rig.StartAsync();
        for (int kill = 0; kill < ChaosSizes.Kills; kill++)
        {
            rig.Senders.Say(ChaosSizes.EventsOf(kill, ChaosSizes.Kills));
            await Task.Delay(LongestLife * random.NextDouble(), TestContext.Current.CancellationToken);
            await rig.KillAsync();
            await RestartAsync(rig);
        }
        (await rig.SettleAsync(placeholder ? "kill -9, with placeholder" : "kill -9", ChaosSizes.Kills)).ShouldBeClean(ChaosSizes.Events);
    }

    /// <summary>One start in four dies as well.</summary>
    private async Task RestartAsync(Rig rig)
    {
        rig.Launch();
        if (random.Next(4) == 0)
        {
            await Task.Delay(LongestStart * random.NextDouble(), TestContext.Current.CancellationToken);
            await rig.KillAsync();
            rig.Launch();
        }
        await rig.ReadyAsync();
    }
}

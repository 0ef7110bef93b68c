using SurvBot.Acceptance.Chaos;
using SurvBot.Acceptance.Teams.StandIn;

namespace SurvBot.Acceptance.Teams;

/// <summary>The program dies without a word while it talks with Teams, which cannot be asked what it has been told.</summary>
[Collection(ChaosCollection.Name), Trait("Category", "Chaos")]
public sealed class KillTests
{
    // A stream lasts for a second at least; a group's answer is there at once.
    private static readonly TimeSpan LongestLifeOfStreams = TimeSpan.FromMilliseconds(1800), LongestLife = TimeSpan.FromMilliseconds(400);

    private readonly Random random = Seeded.Random();

    [Fact]
    public async Task Kills_at_any_moment_lose_no_answer_to_one_person_and_double_none()
    {
        await using var rig = await TeamsRig.CreateAsync(TeamsChat.Personal);
        await KillAsync(rig, LongestLifeOfStreams);
        (await rig.SettleAsync("Teams, one person, kill -9", Kills)).ShouldBeClean(Questions);
        rig.Notes.ShouldBe(0, "a stream has a name before its answer is sent, so that nothing is in doubt");
        rig.Connector.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Kills_at_any_moment_double_no_answer_to_a_group_and_where_one_may_be_missing_the_group_is_told()
    {
        await using var rig = await TeamsRig.CreateAsync(TeamsChat.Group);
        await KillAsync(rig, LongestLife);
        (await rig.SettleAsync("Teams, group, kill -9", Kills)).ShouldBeClean(Questions);
        rig.Notes.ShouldBeLessThan(Questions / 2, "most are never in doubt");
        rig.Connector.Violations.ShouldBeEmpty();
    }

    private static int Kills => Math.Max(1, ChaosSizes.Kills / 2);

    private static int Questions => ChaosSizes.Events / 2;

    private async Task KillAsync(TeamsRig rig, TimeSpan longestLife)
    {
        await rig.StartAsync();
        for (int kill = 0; kill < Kills; kill++)
        {
            rig.Ask(Questions * (kill + 1) / Kills - Questions * kill / Kills);
            await Task.Delay(longestLife * random.NextDouble(), TestContext.Current.CancellationToken);
            await rig.KillAsync();
            await rig.StartAsync();
        }
    }
}

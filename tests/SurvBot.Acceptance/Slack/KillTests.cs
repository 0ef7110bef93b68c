using SurvBot.Acceptance.Chaos;
using SurvBot.Acceptance.Slack.StandIn;

namespace SurvBot.Acceptance.Slack;

/// <summary>The program dies without a word while it talks with Slack, which need not let it read what it has said.</summary>
[Collection(ChaosCollection.Name), Trait("Category", "Chaos")]
public sealed class KillTests
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(2500);

    private readonly Random random = Seeded.Random();

    private static int Kills => Math.Max(1, ChaosSizes.Kills / 2);

    private static int Questions => ChaosSizes.Events / 2;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Kills_at_any_moment_lose_no_answer_and_double_none(bool inRooms)
    {
        await using var rig = await SlackRig.CreateAsync(inRooms ? SlackTalk.InRoom : SlackTalk.Direct);
        // Dies as often between what was said and its acknowledgement as elsewhere.
        rig.Slack.Afterthought = TimeSpan.FromMilliseconds(100);
        await rig.StartAsync();
        for (int kill = 0; kill < Kills; kill++)
        {
            rig.Ask(Questions * (kill + 1) / Kills - Questions * kill / Kills);
            await Task.Delay(LongestLife * random.NextDouble(), TestContext.Current.CancellationToken);
            await rig.KillAsync();
            await rig.StartAsync();
        }
        string scenario = inRooms ? "Slack, mentions, kill -9" : "Slack, messages, kill -9";
        (await rig.SettleAsync(scenario, Kills)).ShouldBeClean(Questions);
        ChaosReport.Write($"{scenario,-32} notes in doubt {rig.Notes}  begun and never named {rig.Orphans}");
        rig.Notes.ShouldBeLessThan(Questions / 2, "most are never in doubt");
        rig.Slack.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("chat.stopStream", false), InlineData("chat.postMessage", false), InlineData("chat.postMessage", true)]
    public async Task Killed_between_what_it_said_and_the_mark_it_does_not_say_it_twice(string method, bool mayRead)
    {
        await using var rig = await SlackRig.CreateAsync(SlackTalk.InRoom, $"SurvBot__Slack__StreamAnswers={method != "chat.postMessage"}");
        rig.Slack.MayRead = mayRead;
        await rig.StartAsync();
        rig.Slack.Held = method;
        var talk = rig.Ask(1)[0];
        await Eventually.BeTrueAsync(() => rig.Slack.PostsIn(talk.Room).Any(post => post.IsAnswer), "the answer stands there");
        await rig.KillAsync();
        rig.Slack.Held = null;
        await rig.StartAsync();
        (await rig.SettleAsync($"Slack, kill after {method[5..]}", 1)).ShouldBeClean(1);
        rig.Notes.ShouldBe(method == "chat.postMessage" && !mayRead ? 1 : 0, "what can be found or overwritten is not in doubt");
        rig.Slack.Working.ShouldBeEmpty("the status ends");
    }

    [Fact]
    public async Task Events_that_come_again_since_they_were_acknowledged_after_four_seconds_are_answered_once()
    {
        await using var rig = await SlackRig.CreateAsync(SlackTalk.InRoom);
        await rig.StartAsync();
        await rig.SignalAsync("STOP");
        var talk = rig.Ask(1)[0];
        // The platform's side gives up after three seconds and tries again.
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        await rig.SignalAsync("CONT");
        (await rig.SettleAsync("Slack, acknowledged after 4 s", 1)).ShouldBeClean(1);
        rig.Slack.PostsIn(talk.Room).ShouldHaveSingleItem();
        rig.Slack.Working.ShouldBeEmpty();
    }
}

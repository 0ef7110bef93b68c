using SurvBot.Bot.Replies;

namespace SurvBot.Acceptance.Chaos;

/// <summary>More is asked than can be answered.</summary>
[Collection(ChaosCollection.Name), Trait("Category", "Chaos")]
public sealed class BacklogTests
{
    private const int Events = 200, Backlog = 20;

    [Fact]
    public async Task Whoever_is_too_much_is_told_so_and_nobody_is_left_in_silence()
    {
        await using var rig = await Rig.CreateAsync($"SurvBot__Delivery__Backlog={Backlog}", "CHAOS_ANSWER_MS=100");
        await rig.StartAsync();
        rig.Senders.Say(Events);

        (await rig.SettleAsync($"backlog of {Backlog}", 1)).ShouldBeClean(Events);
        var texts = rig.Senders.Acknowledged.Select(word => rig.Platform.PostsOf(word.ReplyId()).Single().Text!).ToList();
        int busy = texts.Count(text => text.Contains(Notices.BusyText));
        busy.ShouldBeInRange(1, Events - Backlog);
        texts.ShouldNotContain(text => text.Contains(Notices.FailedText));
    }
}

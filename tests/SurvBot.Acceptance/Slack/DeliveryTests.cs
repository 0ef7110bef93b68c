using SurvBot.Acceptance.Slack.StandIn;

namespace SurvBot.Acceptance.Slack;

/// <summary>Slack delivers an event again, twice at once, or one message as two events: one answer each.</summary>
public sealed class DeliveryTests(SlackProgram bot) : IClassFixture<SlackProgram>, IDisposable
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task An_event_that_comes_again_later_is_answered_once(bool inRoom)
    {
        var words = Talk(inRoom).Question(SlackProgram.Question);
        for (int retry = 0; retry < 4; retry++)
            foreach (var word in words)
                await bot.DeliverAsync(word, retry);
        await ShouldBeAnsweredOnceAsync(words[0]);
        foreach (var word in words)
            await bot.DeliverAsync(word, retry: 3);
        await ShouldBeAnsweredOnceAsync(words[0]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_same_event_many_times_at_once_is_answered_once(bool inRoom)
    {
        var words = Talk(inRoom).Question(SlackProgram.Question);
        await Task.WhenAll(Enumerable.Repeat(words, 8).SelectMany(same => same).Select(word => bot.DeliverAsync(word)));
        await ShouldBeAnsweredOnceAsync(words[0]);
    }

    public void Dispose() => bot.ShouldKeepTheRules();

    private static SlackTalk Talk(bool inRoom) => inRoom ? SlackTalk.InRoom() : SlackTalk.Direct();

    private async Task ShouldBeAnsweredOnceAsync(SlackWord word)
    {
        await Chaos.Eventually.BeTrueAsync(() => bot.Slack.PostsIn(word.Talk.Room).Any(post => post.IsAnswer), "it is answered");
        await bot.SettleAsync();
        var post = bot.Slack.PostsIn(word.Talk.Room).ShouldHaveSingleItem();
        (post.IsAnswer, post.IsStreaming, post.Thread).ShouldBe((true, false, word.Ts));
        post.Words.ShouldContain(SlackProgram.AnswerWord);
        bot.Slack.Working.ShouldNotContain((word.Talk.Room, word.Ts));
    }
}

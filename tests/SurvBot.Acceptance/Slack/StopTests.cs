using SurvBot.Acceptance.Chaos;
using SurvBot.Acceptance.Slack.StandIn;

namespace SurvBot.Acceptance.Slack;

/// <summary>A reader presses the stop button: what Slack shows then is what stays.</summary>
public sealed class StopTests(SlackProgram bot) : IClassFixture<SlackProgram>, IDisposable
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task After_the_reader_pressed_stop_nothing_more_is_said_and_the_status_ends(bool isSlackFirst)
    {
        var talk = SlackTalk.Direct();
        // Slack has ended the stream, or is slow to take the answer while its event comes.
        bot.Slack.Plan(talk.Room, "chat.stopStream", isSlackFirst ? SlackTrouble.Refusal("stopped_by_user") : SlackTrouble.Throttled);
        await bot.SayAsync(talk);
        await Eventually.BeTrueAsync(() => bot.Slack.CallsFor(talk.Room).Any(call => call.Method == "chat.stopStream"), "the answer is tried");
        if (!isSlackFirst)
            await bot.DeliverAsync(talk.Stopped(bot.Slack.PostsIn(talk.Room)[0]));
        await bot.SettleAsync();
        await Eventually.BeTrueAsync(() => !bot.Slack.Working.Any(thread => thread.Room == talk.Room), "the status ends");
        bot.Slack.PostsIn(talk.Room).ShouldNotContain(post => post.IsAnswer);
        bot.Slack.CallsFor(talk.Room).ShouldNotContain(call => call.Method == "chat.update" || call.Method == "chat.postMessage");
    }


    public void Dispose() => bot.ShouldKeepTheRules();
}

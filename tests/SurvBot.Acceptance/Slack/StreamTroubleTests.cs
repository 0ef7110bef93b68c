using SurvBot.Acceptance.Chaos;
using SurvBot.Acceptance.Slack.StandIn;

namespace SurvBot.Acceptance.Slack;

/// <summary>Slack disturbs, refuses or ends streams: each answer arrives exactly once.</summary>
public sealed class StreamTroubleTests(SlackProgram bot) : IClassFixture<SlackProgram>, IDisposable
{
    [Theory]
    [InlineData("throttled twice"), InlineData("cut before it was taken"), InlineData("cut after it was taken"), InlineData("cut twice after it was taken"), InlineData("500")]
    [InlineData("500 after it was taken"), InlineData("internal_error"), InlineData("message_not_in_streaming_state"), InlineData("msg_too_long"), InlineData("late")]
    public async Task A_stream_that_is_disturbed_at_its_end_holds_the_answer_once(string plan)
    {
        var talk = SlackTalk.Direct();
        bot.Slack.Plan(talk.Room, "chat.stopStream", SlackPlans.All[plan]);
        await bot.ShouldAnswerAsync(talk);
        bot.Slack.CallsFor(talk.Room).ShouldNotContain(call => call.Method == "chat.postMessage", "the answer takes the stream's place");
    }

    [Fact]
    public async Task A_stream_that_ended_and_left_nothing_to_replace_is_followed_by_one_message()
    {
        var talk = SlackTalk.Direct();
        bot.Slack.Plan(talk.Room, "chat.stopStream", SlackPlans.All["message_not_in_streaming_state"]);
        bot.Slack.Plan(talk.Room, "chat.update", SlackTrouble.Refusal("message_not_found"));
        await bot.SayAsync(talk);
        await Eventually.BeTrueAsync(() => bot.Slack.PostsIn(talk.Room).Any(post => post.IsAnswer), "the answer is said");
        await bot.SettleAsync();
        bot.Slack.PostsIn(talk.Room).Count(post => post.IsAnswer).ShouldBe(1);
        bot.Slack.Working.ShouldNotContain(thread => thread.Room == talk.Room);
    }


    public void Dispose() => bot.ShouldKeepTheRules();
}

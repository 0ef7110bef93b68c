using SurvBot.Acceptance.Chaos;
using SurvBot.Acceptance.Slack.StandIn;

namespace SurvBot.Acceptance.Slack;

/// <summary>Slack throttles, fails and cuts connections: each answer arrives exactly once, or whoever asked is told, and the status always ends.</summary>
public sealed class TroubleTests(SlackProgram bot) : IClassFixture<SlackProgram>, IDisposable
{
    [Theory]
    [InlineData("throttled twice"), InlineData("cut before it was taken"), InlineData("500"), InlineData("internal_error"), InlineData("channel_type_not_supported"), InlineData("late")]
    public async Task Where_a_stream_does_not_begin_the_answer_comes_in_one_message(string plan)
    {
        var talk = SlackTalk.InRoom();
        bot.Slack.Plan(talk.Room, "chat.startStream", SlackPlans.All[plan]);
        await bot.ShouldAnswerAsync(talk);
    }

    [Theory]
    [InlineData("throttled twice"), InlineData("cut before it was taken"), InlineData("500")]
    public async Task A_status_that_cannot_be_told_costs_no_answer(string plan)
    {
        var talk = SlackTalk.InRoom();
        bot.Slack.Plan(talk.Room, "agents.sessions.setStatus", SlackPlans.All[plan][0]);
        await bot.ShouldAnswerAsync(talk);
    }

    [Theory]
    [InlineData("cut after it was taken"), InlineData("cut before it was taken"), InlineData("500 after it was taken")]
    public async Task Where_nobody_knows_whether_the_answer_was_taken_a_note_leads_to_it(string plan)
    {
        var talk = SlackTalk.InRoom();
        bot.Slack.Plan(talk.Room, "chat.startStream", SlackTrouble.Refusal("channel_type_not_supported"));
        bot.Slack.Plan(talk.Room, "chat.postMessage", SlackPlans.All[plan]);
        await bot.SayAsync(talk);
        await Eventually.BeTrueAsync(() => bot.Slack.PostsIn(talk.Room).Any(post => post.IsNote), "the room is told");
        await bot.SettleAsync();
        var posts = bot.Slack.PostsIn(talk.Room);
        posts.Count(post => post.IsAnswer).ShouldBe(SlackPlans.All[plan][0].IsTaken ? 1 : 0);
        var note = posts.Single(post => post.IsNote);
        (await bot.PressAsync(talk, note, note.Buttons.Single())).GetRawText().ShouldContain(SlackProgram.AnswerWord);
        bot.Slack.Working.ShouldNotContain(thread => thread.Room == talk.Room);
    }

    [Theory]
    [InlineData("cut after it was taken"), InlineData("500 after it was taken"), InlineData("late")]
    public async Task Where_the_bot_may_read_the_thread_it_finds_what_it_said(string plan)
    {
        bot.Slack.MayRead = true;
        var talk = SlackTalk.InRoom();
        bot.Slack.Plan(talk.Room, "chat.startStream", SlackTrouble.Refusal("channel_type_not_supported"));
        bot.Slack.Plan(talk.Room, "chat.postMessage", SlackPlans.All[plan]);
        await bot.ShouldAnswerAsync(talk);
        bot.Slack.MayRead = false;
    }

    [Fact]
    public async Task Ten_questions_in_one_room_are_all_answered_at_the_rooms_pace()
    {
        var talk = SlackTalk.InRoom();
        var threads = new List<string>();
        for (int question = 0; question < 10; question++)
            threads.Add(await bot.SayAsync(talk));
        await Eventually.BeTrueAsync(() => bot.Slack.PostsIn(talk.Room).Count(post => post.IsAnswer) == threads.Count, "all are answered");
        await bot.SettleAsync();
        bot.Slack.PostsIn(talk.Room).Select(post => post.Thread).ShouldBe(threads, ignoreOrder: true);
        bot.Slack.Working.ShouldNotContain(thread => thread.Room == talk.Room);
    }

    public void Dispose() => bot.ShouldKeepTheRules();
}

using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Settings;

/// <summary>What a bot that hears a whole room answers there.</summary>
public sealed class HearingTests : IAsyncLifetime
{
    private const string Root = "1700000000.000100";

    private SlackDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await SlackDesk.OpenAsync(Newsroom.Draft("viper", "Viper is a camera."));

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Nothing_that_does_not_mention_it_where_nobody_chose_so()
    {
        await AnswerInThreadAsync();
        await SayAsync("What is Viper?");
        await SayAsync("What is Viper?", Root);
        (await desk.AskedAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("What is Viper?")]
    [InlineData("is this the camera from Leeds?")]
    [InlineData("so what is Viper")]
    [InlineData("¿Qué es Viper?")]
    [InlineData("what's the price of Viper")]
    public async Task Questions_where_a_room_wants_each_answered(string text)
    {
        await desk.SetAsync(RoomSettings.Usual with { Hears = Hearing.Questions });
        await SayAsync(text);
        var asked = (await desk.AskedAsync()).ShouldHaveSingleItem();
        (asked.Text, asked.Address.Thread).ShouldBe((text, "1700000005.000100"));
    }

    [Theory]
    [InlineData("Viper is a camera.")]
    [InlineData("What a day it was!")]
    [InlineData("why not")]
    [InlineData("?")]
    [InlineData("<@U2> what is Viper?")]
    [InlineData("<!here> what is Viper?")]
    public async Task Not_what_is_no_question_or_is_for_somebody_else(string text)
    {
        await desk.SetAsync(RoomSettings.Usual with { Hears = Hearing.Questions });
        await SayAsync(text);
        (await desk.AskedAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(""","bot_id":"B1" """)]
    [InlineData(""","subtype":"message_changed" """)]
    public async Task Never_what_no_person_said(string more)
    {
        await desk.SetAsync(RoomSettings.Usual with { Hears = Hearing.Questions });
        await SayAsync("What is Viper?", more: more);
        await desk.HearAsync(SomeSlack.Mention("What is Viper?", type: "message", more: ""","channel_type":"channel" """).Replace("UANN", SomeSlack.Bot, StringComparison.Ordinal));
        (await desk.AskedAsync()).ShouldBeEmpty();
    }

    [Theory, InlineData(nameof(Hearing.FollowUps)), InlineData(nameof(Hearing.Questions))]
    public async Task In_threads_only_where_it_has_answered(string hears)
    {
        await desk.SetAsync(RoomSettings.Usual with { Hears = Enum.Parse<Hearing>(hears) });
        await SayAsync("And in Europe?", Root);
        (await desk.AskedAsync()).ShouldBeEmpty();
        await AnswerInThreadAsync();
        await SayAsync("And in Asia?", Root);
        (await desk.AskedAsync()).ShouldHaveSingleItem().Text.ShouldBe("And in Asia?");
        desk.Slack.Calls.ShouldBeEmpty("it knows that by itself");
    }

    [Fact]
    public async Task Follow_ups_are_no_questions_that_begin_a_thread()
    {
        await desk.SetAsync(RoomSettings.Usual with { Hears = Hearing.FollowUps });
        await SayAsync("What is Viper?");
        (await desk.AskedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mention_that_is_also_heard_is_one_question()
    {
        await desk.SetAsync(RoomSettings.Usual with { Hears = Hearing.Questions });
        await desk.HearAsync(SomeSlack.Mention());
        await desk.HearAsync(SomeSlack.Mention(type: "message", more: ""","channel_type":"channel" """));
        desk.Chats.Inbox.Waiting.ShouldBe(1);
    }

    [Fact]
    public async Task Only_who_asks_sees_the_answer_where_the_room_wants_it_so()
    {
        await desk.SetAsync(RoomSettings.Usual with { OnlyForWhoAsks = true });
        await desk.HearAsync(SomeSlack.Mention("<@UBOT> first", "1.1"));
        await desk.HearAsync(SomeSlack.Mention("<@UBOT> second", "2.2", more: ""","thread_ts":"1.1" """));
        var asked = await desk.AskedAsync();
        asked.Select(message => SlackPlace.OnlyReader(message.Address)).ShouldBe(["UANN", "UANN"]);
        asked.Select(message => SlackPlace.ThreadOfReader(message.Address)).ShouldBe([null, "1.1"], "in a thread that is not there yet Slack shows nothing");
        asked.Select(message => SlackPlace.ThreadOf(message.Address)).ShouldBe([null, null]);
    }

    [Fact]
    public async Task A_question_to_the_bot_alone_stays_in_its_thread_whatever_is_chosen()
    {
        await desk.SetAsync(RoomSettings.Usual with { OnlyForWhoAsks = true }, "D1");
        await desk.HearAsync(SomeSlack.Message());
        (await desk.AskedAsync()).ShouldHaveSingleItem().Address.Thread.ShouldBe(Root);
    }

    [Fact]
    public async Task Publishers_of_the_room_go_with_each_question()
    {
        await desk.SetAsync(RoomSettings.Usual with { Publishers = ["CNN"] });
        await desk.HearAsync(SomeSlack.Mention());
        await desk.Commands.AnswerAsync(SomeSlack.Command("ask Who made it?"), TestContext.Current.CancellationToken);
        await desk.HearAsync(SomeSlack.Message(ts: "3.3"));
        (await desk.AskedAsync()).Select(asked => asked.Publishers?.Single()).ShouldBe(["CNN", "CNN", null]);
    }

    [Fact]
    public async Task A_question_that_only_its_asker_saw_answered_is_forgotten_with_its_title_when_it_is_taken_back()
    {
        await desk.SetAsync(RoomSettings.Usual with { OnlyForWhoAsks = true });
        await desk.HearAsync(SomeSlack.Mention("<@UBOT> a private word", "1.1"));
        await desk.HearAsync(SomeSlack.Mention("<@UBOT> another", "2.2"));
        while (await desk.Chats.LeaseAsync() is { Count: > 0 } waiting)
            foreach (var leased in waiting)
                await desk.Chats.Inbox.CompleteAsync(leased, TemporaryChats.ReplyTo(leased.Message), "answer", TestContext.Current.CancellationToken);
        await desk.HearAsync("""{"type":"message","subtype":"message_deleted","channel":"C1","channel_type":"channel","previous_message":{"user":"UANN","ts":"1.1"}}""");
        desk.Chats.HoldsOnDisk("a private word").ShouldBeFalse();
        desk.Chats.HoldsOnDisk("another").ShouldBeTrue();
    }

    private async Task AnswerInThreadAsync() => await desk.Chats.AnswerAsync(SlackPlace.Of(SomeSlack.Event(SomeSlack.Mention()))!.Message("d", "m1", "What is Viper?", Some.Now));

    private Task SayAsync(string text, string? thread = null, string more = "") =>
        desk.HearAsync(SomeSlack.Mention(text, "1700000005.000100", "message", $""","channel_type":"channel"{(thread is null ? "" : $",\"thread_ts\":\"{thread}\"")}{more}"""));
}

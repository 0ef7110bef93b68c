using SurvBot.Acceptance.Chaos;
using SurvBot.Acceptance.Teams.StandIn;

namespace SurvBot.Acceptance.Teams;

/// <summary>Teams throttles, fails, cuts connections and stops streams: each answer arrives exactly once, or whoever asked is told.</summary>
public sealed class TroubleTests(TeamsBot bot) : IClassFixture<TeamsBot>, IDisposable
{
    private static readonly Dictionary<string, Trouble[]> Plans = new()
    {
        ["throttled twice"] = [Trouble.Throttled, Trouble.Throttled],
        ["throttled for long"] = [Trouble.ThrottledForLong],
        ["cut before it was taken"] = [Trouble.Cut],
        ["cut after it was taken"] = [Trouble.CutAfterwards],
        ["cut twice after it was taken"] = [Trouble.CutAfterwards, Trouble.CutAfterwards],
        ["412"] = [Trouble.PreconditionFailed],
        ["502"] = [Trouble.BadGateway],
        ["503"] = [Trouble.Unavailable],
        ["504"] = [Trouble.GatewayTimeout],
        ["504 after it was taken"] = [Trouble.GatewayTimeoutAfterwards],
        ["413"] = [Trouble.TooLarge],
        ["stream too large"] = [Trouble.StreamTooLarge],
        ["stream timed out"] = [Trouble.StreamTimedOut],
        ["stream out of order"] = [Trouble.StreamOutOfOrder],
        ["stream not allowed"] = [Trouble.StreamNotAllowed],
        ["bad request"] = [Trouble.BadRequest],
    };

    private readonly ConnectorStandIn connector = bot.Connector;

    [Theory]
    [InlineData("throttled twice"), InlineData("throttled for long"), InlineData("cut before it was taken"), InlineData("cut after it was taken"), InlineData("cut twice after it was taken")]
    [InlineData("412"), InlineData("502"), InlineData("503"), InlineData("504"), InlineData("504 after it was taken"), InlineData("413"), InlineData("stream too large")]
    [InlineData("stream timed out"), InlineData("stream out of order"), InlineData("stream not allowed")]
    public async Task A_stream_that_is_disturbed_at_its_end_holds_the_answer_once(string plan)
    {
        var chat = TeamsChat.Personal();
        connector.Plan(chat.Id, SentKind.Final, Plans[plan]);
        var post = await bot.AskAsync(chat);
        await bot.SettleAsync();
        connector.PostsIn(chat.Id).ShouldHaveSingleItem();
        ShouldBeTheAnswer(post);
        connector.RequestsFor(chat.Id).ShouldNotContain(sent => sent.Kind == SentKind.Message, "the answer takes the stream's place");
    }

    [Theory]
    [InlineData("throttled twice"), InlineData("throttled for long"), InlineData("cut before it was taken"), InlineData("cut after it was taken")]
    [InlineData("502"), InlineData("503"), InlineData("stream out of order"), InlineData("stream not allowed"), InlineData("bad request")]
    public async Task Where_a_stream_does_not_begin_the_answer_comes_in_one_message(string plan)
    {
        var chat = TeamsChat.Personal();
        connector.Plan(chat.Id, SentKind.Begin, Plans[plan]);
        var post = await bot.AskAsync(chat);
        await bot.SettleAsync();
        connector.PostsIn(chat.Id).ShouldHaveSingleItem();
        ShouldBeTheAnswer(post);
    }

    [Fact]
    public async Task After_the_reader_pressed_stop_nothing_more_is_said()
    {
        var chat = TeamsChat.Personal();
        connector.Plan(chat.Id, SentKind.Final, Trouble.StreamCanceled);
        await bot.SayAsync(chat.Question(TeamsBot.Question));
        await Eventually.BeTrueAsync(() => connector.RequestsFor(chat.Id).Any(sent => sent.Kind == SentKind.Final), "the answer is tried");
        await bot.SettleAsync();
        connector.PostsIn(chat.Id).ShouldBeEmpty();
        connector.RequestsFor(chat.Id).Select(sent => sent.Kind).ShouldBe([SentKind.Begin, SentKind.Final]);
    }

    [Fact]
    public async Task A_stream_that_timed_out_is_replaced_by_the_same_answer_without_marks_of_a_stream()
    {
        var chat = TeamsChat.Personal();
        connector.Plan(chat.Id, SentKind.Final, Trouble.StreamTimedOut);
        var post = await bot.AskAsync(chat);
        var requests = connector.RequestsFor(chat.Id);
        requests.Select(sent => sent.Kind).ShouldBe([SentKind.Begin, SentKind.Final, SentKind.Put]);
        requests[2].Target.ShouldBe(requests[1].Stream!.Value.TextOf("streamId"));
        (requests[2].Stream, requests[2].Text, post.Id).ShouldBe((null, requests[1].Text, requests[2].Target!));
    }

    [Fact]
    public async Task Where_a_stream_ended_and_left_nothing_to_replace_the_answer_comes_in_one_message()
    {
        var chat = TeamsChat.Personal();
        connector.Plan(chat.Id, SentKind.Final, Trouble.StreamTimedOut);
        connector.Plan(chat.Id, SentKind.Put, Trouble.Gone);
        ShouldBeTheAnswer(await bot.AskAsync(chat));
        await bot.SettleAsync();
        connector.PostsIn(chat.Id).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_nobody_knows_whether_that_message_was_taken_it_is_not_said_twice()
    {
        var chat = TeamsChat.Personal();
        connector.Plan(chat.Id, SentKind.Final, Trouble.StreamTimedOut);
        connector.Plan(chat.Id, SentKind.Put, Trouble.Gone, Trouble.Gone);
        connector.Plan(chat.Id, SentKind.Message, Trouble.CutAfterwards);
        await bot.SayAsync(chat.Question(TeamsBot.Question));
        await bot.SaidAsync(chat, 2);
        await bot.SettleAsync();
        connector.PostsIn(chat.Id).Select(post => (post.IsAnswer, post.IsNote)).ShouldBe([(true, false), (false, true)]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_is_too_large_comes_shorter(bool inGroup)
    {
        var (chat, kind) = inGroup ? (TeamsChat.Group(), SentKind.Message) : (TeamsChat.Personal(), SentKind.Final);
        connector.Plan(chat.Id, kind, Trouble.TooLarge);
        var post = await bot.AskAsync(chat);
        var (whole, shorter) = connector.RequestsFor(chat.Id).Where(sent => sent.Kind == kind).ToList() is [var first, var second] ? (first, second) : throw new InvalidOperationException("one more is sent");
        shorter.Characters.ShouldBeLessThan(whole.Characters);
        post.Cards.ShouldBeEmpty();
        ShouldBeTheAnswer(post);
    }

    [Theory]
    [InlineData("throttled twice"), InlineData("throttled for long"), InlineData("412"), InlineData("413")]
    public async Task A_group_gets_the_answer_once_where_it_is_known_that_nothing_was_taken(string plan)
    {
        foreach (var chat in (TeamsChat[])[TeamsChat.Group(), TeamsChat.Thread()])
        {
            connector.Plan(chat.Id, SentKind.Message, Plans[plan]);
            ShouldBeTheAnswer(await bot.AskAsync(chat));
            await bot.SettleAsync();
            connector.PostsIn(chat.Id).ShouldHaveSingleItem();
        }
    }

    [Theory]
    [InlineData("cut before it was taken"), InlineData("cut after it was taken"), InlineData("cut twice after it was taken"), InlineData("502"), InlineData("503"), InlineData("504"), InlineData("504 after it was taken")]
    public async Task A_group_gets_the_answer_at_most_once_and_a_way_to_it_where_nobody_knows_whether_it_was_taken(string plan)
    {
        var chat = TeamsChat.Group();
        connector.Plan(chat.Id, SentKind.Message, Plans[plan]);
        await bot.SayAsync(chat.Question(TeamsBot.Question));
        await Eventually.BeTrueAsync(() => connector.PostsIn(chat.Id).Any(post => post.IsNote), "the group is told");
        await bot.SettleAsync();
        var posts = connector.PostsIn(chat.Id);
        posts.Count(post => post.IsAnswer).ShouldBe(Plans[plan][0].IsTaken ? 1 : 0);

        var opened = await bot.PressAsync(chat, posts.First(post => post.IsNote), "Show the answer");
        opened.TextOf("type").ShouldBe("application/vnd.microsoft.card.adaptive");
        var words = opened.GetProperty("value").Strings().Where(text => text.Path.EndsWith("inlines.text", StringComparison.Ordinal)).Select(text => text.Text).ToList();
        words.ShouldContain(text => text.Contains(TeamsBot.AnswerWord));
        words.ShouldContain("Sources");
    }

    public void Dispose() => bot.ShouldKeepTheRules();

    private static void ShouldBeTheAnswer(Post post)
    {
        post.Text.ShouldContain(TeamsBot.AnswerWord);
        post.Body.Items("entities").Count(MessageRules.IsLabel).ShouldBe(1);
        post.Body.Items("entities").Single(MessageRules.IsLabel).Items("citation").ShouldNotBeEmpty();
    }
}

using System.Text.Json;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Actions;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Actions;

public sealed class ButtonPressesTests : IAsyncLifetime
{
    private readonly TemporaryChats chats = new();
    private readonly TemporaryCorpus corpus = new();
    private readonly ScriptedSlack slack = new();
    private readonly ButtonPresses buttons;
    private readonly FeedbackReasons reasons;
    private readonly SlashCommands commands;
    private Reply reply = null!;

    public ButtonPressesTests()
    {
        var routes = new RouteStore(chats.Database);
        var rooms = new RoomSettingsStore(chats.Database);
        var messages = new SlackMessages(chats.Inbox, routes, chats.Conversations, rooms, chats.Forgetting, slack, new SlackOptions(), chats.Clock);
        var errands = new Errands(new NoLife(), new Silence());
        reasons = new FeedbackReasons(chats.Conversations);
        var retriever = new Retriever(new PassageIndex(corpus.Store, EmbeddingModels.None), corpus.Store, EmbeddingModels.None, new RetrievalOptions());
        commands = new SlashCommands(messages, chats.Conversations, new RoomSettingsDialog(slack, slack, rooms, retriever, errands), chats.Clock);
        buttons = new ButtonPresses(slack, messages, new FeedbackVotes(chats.Conversations, slack, slack, errands), chats.Conversations, chats.Inbox, routes, errands, chats.Clock);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => reply = await chats.AnswerAsync(SlackPlace.Of(SomeSlack.Command("x")).Message("d", "m1", "What is Viper?", chats.Clock.Now));

    public ValueTask DisposeAsync()
    {
        corpus.Dispose();
        return chats.DisposeAsync();
    }

    [Fact]
    public async Task A_thumb_up_is_kept_and_asks_nothing()
    {
        await PressAsync(SlackActions.Feedback, SlackActions.Vote(reply.Id, isHelpful: true));
        Verdict().ShouldBe("Helpful");
        // An errand would be on its way by now.
        await Task.Delay(200, Stop);
        slack.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_thumb_down_is_kept_and_asks_why()
    {
        await PressAsync(SlackActions.Feedback, SlackActions.Vote(reply.Id, isHelpful: false));
        Verdict().ShouldBe("Unhelpful");
        await CalledAsync("views.open");
        var asked = slack.Last("views.open");
        asked["trigger_id"]!.ToString().ShouldBe("trigger");
        string sent = $$$"""
            {"type":"view_submission","team":{"id":"T1"},"user":{"id":"UANN"},"view":{"callback_id":"{{{asked["view"]!["callback_id"]}}}","private_metadata":"{{{asked["view"]!["private_metadata"]}}}",
             "state":{"values":{"kind":{"kind":{"type":"radio_buttons","selected_option":{"value":"OutOfDate"} } },"words":{"words":{"type":"plain_text_input","value":"It was sold in 2024"} } } } } }
            """;
        await reasons.KeepAsync(SlackReader.Interaction(JsonElement.Parse(sent))!, Stop);
        Verdict().ShouldBe("OutOfDate");
        chats.Scalar<string>("SELECT reason FROM feedback").ShouldBe("It was sold in 2024");
    }

    [Theory]
    [InlineData(SlackActions.FollowUp1)]
    [InlineData(SlackActions.FollowUp3)]
    [InlineData(SlackActions.Widen)]
    public async Task A_question_on_a_button_is_asked_where_it_stands(string action)
    {
        await PressAsync(action, "Who makes it?");
        await PressAsync(action, "Who makes it?");
        var asked = (await chats.LeaseAsync()).ShouldHaveSingleItem().Message;
        (asked.Text, asked.Address.Thread).ShouldBe(("Who makes it?", "1700000000.000100"));
    }

    [Theory, InlineData(SlackActions.More), InlineData(SlackActions.Sources), InlineData(SlackActions.Answer)]
    public async Task What_a_reply_kept_back_is_shown_to_who_asks(string action)
    {
        await PressAsync(action, reply.Id);
        await CalledAsync("response_url");
        slack.Last("response_url")["response_type"]!.ToString().ShouldBe("ephemeral");
        await PressAsync(action, "forgotten");
        await CalledAsync("response_url", 2);
        slack.Last("response_url")["text"]!.ToString().ShouldContain("not kept any more");
    }

    [Fact]
    public async Task An_answer_is_shared_with_its_question_and_once()
    {
        await chats.LeaseRepliesAsync();
        foreach (int _ in (int[])[1, 2])
            await buttons.TakeAsync(SomeSlack.Press(SlackActions.Share, reply.Id, isEphemeral: true), Stop);
        var shared = (await chats.LeaseRepliesAsync()).ShouldHaveSingleItem();
        (shared.To, shared.Reply.Blocks[^1]).ShouldBe((new("slack", "T1", "C1", ""), reply.Blocks[^1]));
        ReplyText.Of(shared.Reply).ShouldContain("What is Viper?");
        chats.Conversations.FindTurn(SlackPlace.WorkspaceKey(SlackDesk.Tenant), shared.Reply.Id).ShouldNotBeNull("its buttons work, too").Question.ShouldBe("What is Viper?");
    }

    [Theory]
    [InlineData("unknown", "x")]
    [InlineData(SlackActions.Feedback, "good")]
    [InlineData(SlackActions.Feedback, "helpful/nothing")]
    [InlineData(SlackActions.Share, "nothing")]
    [InlineData(SlackActions.Widen, "")]
    public async Task What_nobody_put_on_a_button_does_nothing(string action, string value)
    {
        await PressAsync(action, value);
        (await chats.LeaseAsync()).ShouldBeEmpty();
        chats.Scalar<long>("SELECT count(*) FROM feedback").ShouldBe(0);
    }

    [Fact]
    public async Task A_press_in_another_workspace_finds_nothing_by_the_name_of_a_reply()
    {
        await chats.LeaseRepliesAsync();
        var elsewhere = new SlackTenant(null, "T2", false);
        await buttons.TakeAsync(SomeSlack.Press(SlackActions.Share, reply.Id) with { Tenant = elsewhere }, Stop);
        await buttons.TakeAsync(SomeSlack.Press(SlackActions.Feedback, SlackActions.Vote(reply.Id, isHelpful: false)) with { Tenant = elsewhere }, Stop);
        string sent = $$$"""{"type":"view_submission","team":{"id":"T2"},"user":{"id":"UANN"},"view":{"callback_id":"feedback_reason","private_metadata":"{{{reply.Id}}}"}}""";
        await reasons.KeepAsync(SlackReader.Interaction(JsonElement.Parse(sent))!, Stop);
        await buttons.TakeAsync(SomeSlack.Press(SlackActions.Answer, reply.Id) with { Tenant = elsewhere }, Stop);
        await CalledAsync("response_url");
        slack.Last("response_url")["text"]!.ToString().ShouldContain("not kept any more");
        (await chats.LeaseRepliesAsync()).ShouldBeEmpty();
        chats.Scalar<long>("SELECT count(*) FROM feedback").ShouldBe(0);
        slack.Methods.ShouldBe(["response_url"]);
    }

    [Theory]
    [InlineData("ask What is Viper?", "What is Viper?")]
    [InlineData("What is Viper?", "What is Viper?")]
    [InlineData("ASK  <https://x.example|Viper>", "Viper")]
    [InlineData("timeline SenseTime", "Timeline of SenseTime")]
    [InlineData("changes SenseTime", "What changed about SenseTime in the last month?")]
    [InlineData("changes SenseTime since 2019", "What changed about SenseTime since 2019?")]
    public async Task A_command_is_asked_for_the_eyes_of_who_uses_it(string text, string question)
    {
        (await commands.AnswerAsync(SomeSlack.Command(text), Stop)).ShouldBeNull();
        var asked = (await chats.LeaseAsync()).ShouldHaveSingleItem().Message;
        (asked.Text, SlackPlace.OnlyReader(asked.Address)).ShouldBe((question, "UANN"));
    }

    [Theory]
    [InlineData("", "/survbot ask")]
    [InlineData("help", "/survbot ask")]
    [InlineData("timeline", "/survbot timeline")]
    [InlineData("sources", "")]
    public async Task What_needs_no_search_is_answered_at_once(string text, string says)
    {
        var answer = (await commands.AnswerAsync(SomeSlack.Command(text), Stop)).ShouldNotBeNull();
        answer["response_type"]!.ToString().ShouldBe("ephemeral");
        answer["text"]!.ToString().ShouldContain(says);
        (await chats.LeaseAsync()).ShouldBeEmpty();
    }

    private Task PressAsync(string action, string value) => buttons.TakeAsync(SomeSlack.Press(action, value), Stop);

    private string Verdict() => chats.Scalar<string>("SELECT verdict FROM feedback");

    /// <summary>Errands are done after the press was acknowledged.</summary>
    private async Task CalledAsync(string method, int times = 1)
    {
        for (int i = 0; i < 200 && slack.Methods.Count(called => called == method) < times; i++)
            await Task.Delay(10, Stop);
        slack.Methods.Count(called => called == method).ShouldBe(times);
    }

    private sealed class NoLife : Microsoft.Extensions.Hosting.IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => throw new NotSupportedException();
    }

    private sealed class Silence : Microsoft.Extensions.Logging.ILogger<Errands>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => false;

        public void Log<TState>(Microsoft.Extensions.Logging.LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }
    }
}

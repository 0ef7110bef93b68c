using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Home;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Conversations;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Channels.Slack.Rendering;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Home;

public sealed class HomeTabTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly CorpusOverview Articles = new(1234, Some.Date("2026-11-12"), Some.Date("2018-01-02"), Some.Instant("2026-11-13"), ["CNN", "The Verge"]);

    private SlackDesk desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await SlackDesk.OpenAsync(
        Newsroom.Draft("viper", "SenseTime is developing a service codenamed Viper. SenseTime parses data from thousands of live camera feeds."),
        Newsroom.Draft("rights", "SenseTime was put on a trade blacklist. SenseTime denies that it did anything wrong.", publisher: "CNN"));

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Whoever_opens_the_home_sees_the_articles_what_to_ask_and_what_they_asked()
    {
        await desk.Chats.AnswerAsync(Asked("What is Viper?", "UANN"));
        await desk.Chats.AnswerAsync(Asked("Somebody else's question", "UBOB"));
        await desk.Chats.AnswerAsync(Asked("A question elsewhere", "UANN", "T2"));
        await desk.HearAsync(Opened("home"));
        var call = await desk.Slack.CalledAsync("views.publish");
        call["user_id"]!.ToString().ShouldBe("UANN");
        string view = call["view"]!.ToJsonString(Indented);
        foreach (string seen in (string[])["2 articles about AI surveillance from 2 publishers", "What is Viper?", "What do the articles say about SenseTime?", "all publishers"])
            view.ShouldContain(seen);
        view.ShouldNotContain("Somebody else's");
        view.ShouldNotContain("elsewhere");
        ViewLimits.Breaches(call["view"]!.AsObject()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_page_never_takes_the_place_of_a_newer_one()
    {
        var first = new TaskCompletionSource();
        desk.Slack.Held["views.publish"] = first.Task;
        await desk.HearAsync(Opened("home"));
        await desk.HearAsync(Opened("home"));
        await desk.Slack.CalledAsync("views.publish");
        await Task.Delay(100, Stop);
        desk.Slack.Methods.Count(method => method == "views.publish").ShouldBe(1);
        first.SetResult();
        await desk.Slack.CalledAsync("views.publish", 2);
    }

    [Fact]
    public void The_home_is_pages_of_plain_words_with_buttons() => ShouldBeApproved(Contents() with
    {
        ToAsk = ["What do the articles say about SenseTime?", "What do the articles say about Clearview AI?"],
        Asked = [new Conversation("c1", "t1", "Who funded SenseTime?", Some.Instant("2026-11-11"))],
        Own = new RoomAsSet("D1", RoomSettings.Usual with { Publishers = ["CNN"] }),
        Rooms = [new RoomAsSet("C1", new RoomSettings(Hearing.Questions, true, ["CNN", "BBC", "The Verge", "Wired"]))],
    });

    [Theory]
    [InlineData(true, "There are no articles yet")]
    [InlineData(false, "I cannot read my articles")]
    public void Without_articles_it_says_why(bool isReadable, string says) =>
        HomeView.Of(Contents() with { Corpus = isReadable ? Articles with { Articles = 0 } : null }).ToJsonString().ShouldContain(says);

    [Fact]
    public void Whoever_keeps_questions_for_ever_does_not_promise_to_forget_them() => HomeView.Of(Contents() with { RetentionDays = 0 }).ToJsonString().ShouldNotContain("forgotten after");

    [Fact]
    public void Hostile_words_are_only_words_and_within_the_limits() =>
        Gen.Select(Hostile.Text.Array[0, 30], Hostile.Text.Array[0, 8], Hostile.Text.Array[0, 5]).Sample((publishers, questions, titles) =>
        {
            var view = HomeView.Of(Contents() with
            {
                ToAsk = questions,
                Asked = [.. titles.Select((title, i) => new Conversation($"c{i}", "t", title, Some.Now))],
                Rooms = [.. Enumerable.Range(0, 20).Select(i => new RoomAsSet($"C{i}", RoomSettings.Usual with { Publishers = publishers }))],
            });
            ViewLimits.Breaches(view).ShouldBeEmpty();
            // A button's value is nowhere shown, and plain text and rich text know no mark-up.
            view.ToJsonString().ShouldNotContain("mrkdwn");
            foreach (string shown in BlockKitLimits.Strings(JsonElement.Parse(view.ToJsonString()), "text"))
                shown.ShouldNotMatch("https?:/|[\u202A-\u202E\u2066-\u2069\0]");
        }, iter: 300);

    [Fact]
    public async Task A_question_on_a_button_is_said_in_their_messages_and_answered_below()
    {
        await desk.Bot.HandleAsync(Pressed($"{HomeView.Ask}1", "What is <!channel> Viper?"), Stop);
        var said = await desk.Slack.CalledAsync("chat.postMessage");
        (said["channel"]!.ToString(), said["text"]!.ToString()).ShouldBe(("D1", "You asked: What is &lt;!channel&gt; Viper?"));
        var asked = await EventuallyAskedAsync();
        (asked.Text, asked.Address, asked.UserId).ShouldBe(("What is <!channel> Viper?", new Address("slack", "T1", "D1", "1.0"), "UANN"));
    }

    [Fact]
    public async Task Change_opens_the_settings_of_that_room()
    {
        await desk.SetAsync(RoomSettings.Usual with { Hears = Hearing.FollowUps });
        await desk.Bot.HandleAsync(Pressed($"{HomeView.Change}1", "C1"), Stop);
        var opened = await desk.Slack.CalledAsync("views.open");
        opened["trigger_id"]!.ToString().ShouldBe("trigger");
        CarriedRoom.Read(opened["view"]!["private_metadata"]!.ToString()).ShouldBe(new CarriedRoom("C1", null, "D1"));
        opened["view"]!.ToJsonString().ShouldContain("""
            "initial_option":{"text":{"type":"plain_text","text":"Also questions in threads in which I have answered"
            """.Trim());
    }

    [Fact]
    public async Task Whoever_opens_their_messages_is_told_what_to_ask()
    {
        await desk.HearAsync(Opened("messages"));
        var suggested = await desk.Slack.CalledAsync("assistant.threads.setSuggestedPrompts");
        suggested["channel_id"]!.ToString().ShouldBe("D1");
        var prompts = suggested["prompts"]!.AsArray();
        prompts.Count.ShouldBeInRange(1, 4);
        prompts[0]!["message"]!.ToString().ShouldStartWith("What do the articles say about ");
        desk.Slack.Methods.ShouldNotContain("views.publish");
    }

    private async Task<IncomingMessage> EventuallyAskedAsync()
    {
        for (int i = 0; i < 200; i++)
        {
            if (await desk.AskedAsync() is [var asked])
                return asked;
            await Task.Delay(10, Stop);
        }
        throw new TimeoutException("Nothing was asked.");
    }

    private static HomeContents Contents() => new(Articles, [], [], new RoomAsSet("D1", RoomSettings.Usual), [], 90);

    private static string Opened(string tab) => $$"""{"type":"app_home_opened","user":"UANN","channel":"D1","tab":"{{tab}}","event_ts":"1.1"}""";

    private static SlackInteraction Pressed(string action, string value) => SlackReader.Interaction(JsonElement.Parse($$"""
        {"type":"block_actions","team":{"id":"T1"},"user":{"id":"UANN"},"trigger_id":"trigger","container":{"type":"view","view_id":"V1"},"view":{"type":"home","private_metadata":"D1"},
         "actions":[{"type":"button","action_id":"{{action}}","value":"{{value}}","action_ts":"1.2"}]}
        """)).ShouldNotBeNull();

    private static IncomingMessage Asked(string text, string user, string team = "T1") => new()
    {
        Address = new Address(SlackPlace.ChannelName, team, "C1", text),
        DeliveryId = text,
        MessageId = text,
        UserId = user,
        Text = text,
        SentAt = Some.Now,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ShouldBeApproved(HomeContents contents)
    {
        var view = HomeView.Of(contents);
        ViewLimits.Breaches(view).ShouldBeEmpty();
        $"{view.ToJsonString(Indented)}\n".ShouldMatchApproved(options => options.SubFolder("Approved").LocateTestMethodUsingAttribute<FactAttribute>());
    }
}

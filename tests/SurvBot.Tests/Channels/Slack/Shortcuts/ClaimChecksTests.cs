using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Shortcuts;

public sealed class ClaimChecksTests : IAsyncLifetime
{
    private SlackDesk desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await SlackDesk.OpenAsync(Newsroom.Draft("leeds", "Leeds bought 40 cameras in March 2018. The cameras were made by Hikvision."));

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_claim_is_asked_for_the_eyes_of_who_wants_to_know_and_the_reply_says_what_was_checked()
    {
        await UseAsync("Leeds bought <https://x.example|40 cameras>", thread: "1.0");
        var asked = (await desk.AskedAsync()).ShouldHaveSingleItem();
        (asked.Text, asked.UserId, SlackPlace.OnlyReader(asked.Address), SlackPlace.ThreadOfReader(asked.Address)).ShouldBe(("Leeds bought 40 cameras", "UANN", "UANN", "1.0"));
        var reply = (await desk.Handler.HandleAsync(asked, _ => Task.CompletedTask, Stop)).Reply;
        ReplyText.Of(reply).ShouldStartWith("What the articles say on “Leeds bought 40 cameras”");
        ReplyText.Of(reply).ShouldContain("Leeds bought 40 cameras in March 2018.");
    }

    [Fact]
    public async Task Each_use_is_one_question_that_leans_on_nothing_said_before()
    {
        await UseAsync("They were made by Hikvision.");
        await UseAsync("They were made by Hikvision.");
        await UseAsync("They were made by Hikvision.", trigger: "t2");
        var all = await desk.Chats.LeaseAsync();
        all.ShouldHaveSingleItem().Message.StandsAlone.ShouldBeTrue("and the next waits for it");
        desk.Chats.Inbox.Waiting.ShouldBe(2);
    }

    [Fact]
    public async Task A_long_message_is_cut_and_the_reply_says_so()
    {
        await UseAsync(string.Join(' ', Enumerable.Repeat("Leeds bought cameras.", 1000)));
        var asked = (await desk.AskedAsync()).ShouldHaveSingleItem();
        asked.Text.Length.ShouldBeInRange(500, 600);
        asked.Remark!.ShouldContain("of 21,999 characters");
    }

    [Theory, InlineData(""), InlineData("🎉 … !")]
    public async Task Where_there_are_no_words_it_says_so(string text)
    {
        await UseAsync(text);
        (await desk.Slack.CalledAsync("response_url"))["text"]!.ToString().ShouldContain("no words");
        (await desk.AskedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_shortcut_is_none_of_its_business()
    {
        await UseAsync("Leeds bought 40 cameras", shortcut: "something_else");
        (await desk.AskedAsync()).ShouldBeEmpty();
    }

    private Task<JsonObject?> UseAsync(string text, string? thread = null, string trigger = "t1", string shortcut = SlackApp.CheckClaim)
    {
        var message = new JsonObject { ["user"] = "UBOB", ["ts"] = "1.5", ["text"] = text };
        if (thread is not null)
            message["thread_ts"] = thread;
        var used = new JsonObject
        {
            ["type"] = "message_action",
            ["callback_id"] = shortcut,
            ["trigger_id"] = trigger,
            ["response_url"] = ScriptedSlack.ResponseUrl,
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "UANN" },
            ["channel"] = new JsonObject { ["id"] = "C1" },
            ["message"] = message,
        };
        return desk.Bot.HandleAsync(SlackReader.Interaction(JsonElement.Parse(used.ToJsonString())).ShouldNotBeNull(), Stop);
    }
}

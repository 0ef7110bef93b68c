using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Bot.Conversations;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Chats;

public sealed class SlackMessagesTests : IAsyncDisposable
{
    private readonly TemporaryChats chats = new();
    private readonly ScriptedSlack slack = new();
    private readonly RouteStore routes;
    private readonly SlackMessages messages;

    public SlackMessagesTests()
    {
        routes = new RouteStore(chats.Database);
        messages = new SlackMessages(chats.Inbox, routes, chats.Conversations, new RoomSettingsStore(chats.Database), chats.Forgetting, slack, new SlackOptions(), chats.Clock);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mention_is_asked_in_its_thread()
    {
        await TakeAsync(SomeSlack.Mention());
        var asked = (await chats.LeaseAsync()).ShouldHaveSingleItem().Message;
        (asked.Text, asked.Address, asked.MessageId, asked.UserId).ShouldBe(("What is Viper?", new Address("slack", "T1", "C1", "1700000000.000100"), "1700000000.000100", "UANN"));
        asked.SentAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1700000000), TimeSpan.FromMilliseconds(1));
        SlackRoute.Read(routes.Find(asked.Address.ConversationId)).ShouldBe(new SlackRoute(new SlackTenant(null, "T1", false), "UANN", "T1", false));
    }

    [Fact]
    public async Task A_follow_up_belongs_to_the_thread_it_is_written_in()
    {
        await TakeAsync(SomeSlack.Mention("<@UBOT> and in Europe?", "1700000009.000100", more: ""","thread_ts":"1700000000.000100" """));
        (await chats.LeaseAsync()).ShouldHaveSingleItem().Message.Address.Thread.ShouldBe("1700000000.000100");
    }

    [Fact]
    public async Task A_mention_that_comes_as_two_events_and_twice_each_is_one_question()
    {
        string mention = SomeSlack.Mention(), message = SomeSlack.Mention(type: "message", more: ""","channel_type":"channel" """);
        await Task.WhenAll(TakeAsync(mention, "Ev1"), TakeAsync(message, "Ev2"), TakeAsync(mention, "Ev1"), TakeAsync(message, "Ev2"));
        // Of two in one thread only the first could be had on lease.
        chats.Inbox.Waiting.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_comes_again_is_one_question()
    {
        await TakeAsync(SomeSlack.Message("first", "1.1"), "Ev1");
        await TakeAsync(SomeSlack.Message("first", "1.2"), "Ev1");
        await TakeAsync(SomeSlack.Message("second", "2.1"), "Ev2");
        (await chats.LeaseAsync()).Select(leased => leased.Message.Text).ShouldBe(["first", "second"]);
    }

    [Theory]
    [InlineData(""","bot_id":"B1" """)]
    [InlineData(""","subtype":"message_changed" """)]
    [InlineData(""","subtype":"channel_join" """)]
    public async Task What_no_person_said_is_left_alone(string more)
    {
        await TakeAsync(SomeSlack.Message(more: more));
        (await chats.LeaseAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_bot_does_not_answer_itself_nor_what_is_not_said_to_it()
    {
        await TakeAsync(SomeSlack.Message().Replace("UANN", "UBOT", StringComparison.Ordinal));
        await TakeAsync(SomeSlack.Mention("What is Viper?", type: "message", more: ""","channel_type":"channel" """));
        await TakeAsync(SomeSlack.Mention("<@U2> What is Viper?", type: "message", more: ""","channel_type":"group" """));
        (await chats.LeaseAsync()).ShouldBeEmpty();
    }

    [Theory, InlineData("file_share"), InlineData("thread_broadcast")]
    public async Task Words_beside_a_file_or_said_to_all_are_a_question(string subtype)
    {
        await TakeAsync(SomeSlack.Message(more: $""","subtype":"{subtype}" """));
        (await chats.LeaseAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task In_a_room_shared_with_others_the_workspace_is_the_apps_own()
    {
        string envelope = SomeSlack.Envelope(SomeSlack.Mention(more: ""","user_team":"T9","team":"T9" """), more: ""","context_team_id":"T1","is_ext_shared_channel":true""").Replace("\"team_id\":\"T1\",\"api", "\"team_id\":\"T9\",\"api", StringComparison.Ordinal);
        await messages.TakeAsync(SlackReader.Event(System.Text.Json.JsonElement.Parse(envelope))!, Stop);
        var asked = (await chats.LeaseAsync()).ShouldHaveSingleItem().Message;
        asked.Address.Workspace.ShouldBe("T1");
        SlackRoute.Read(routes.Find(asked.Address.ConversationId))!.UserTeam.ShouldBe("T9");
    }

    [Theory]
    [InlineData(""" "subtype":"message_deleted","deleted_ts":"1700000000.000100" """)]
    [InlineData(""" "subtype":"message_changed","message":{"subtype":"tombstone","user":"USLACKBOT","ts":"1700000000.000100"} """)]
    public async Task A_question_that_is_taken_back_is_forgotten_whether_or_not_its_answer_stands_below_it(string how)
    {
        await TakeAsync(SomeSlack.Message("a private word"));
        var gone = SomeSlack.Event($$$"""{"type":"message",{{{how}}},"channel":"D1","channel_type":"im","previous_message":{"user":"UANN","ts":"1700000000.000100","thread_ts":"1700000000.000100"}}""");
        gone.Deleted.ShouldNotBeNull();
        await messages.ForgetAsync(gone, Stop);
        (await chats.LeaseAsync()).ShouldBeEmpty();
        chats.HoldsOnDisk("a private word").ShouldBeFalse();
    }

    [Fact]
    public async Task Where_the_app_is_removed_nothing_is_kept()
    {
        await TakeAsync(SomeSlack.Message("a private word"));
        await messages.LeaveAsync(SomeSlack.Event("""{"type":"app_uninstalled"}"""), Stop);
        (await chats.LeaseAsync()).ShouldBeEmpty();
        chats.Scalar<long>("SELECT count(*) FROM routes").ShouldBe(0);
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    private Task TakeAsync(string inner, string id = "") => messages.TakeAsync(SomeSlack.Event(inner, id.Length > 0 ? id : $"Ev{inner.GetHashCode(StringComparison.Ordinal)}"), Stop);
}

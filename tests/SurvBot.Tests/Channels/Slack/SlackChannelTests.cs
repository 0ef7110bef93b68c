using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using SurvBot.Bot.Channels;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Streaming;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack;

public sealed class SlackChannelTests : IAsyncLifetime
{
    private static readonly Address Thread = new("slack", "T1", "C1", "1700.1"), Personal = new("slack", "T1", "D1", "1700.1"), Whisper = new("slack", "T1", "C1", "/UANN"), Room = new("slack", "T1", "C1", "");

    private static readonly Reply Answer = new("r1", [SomeReply.Paragraph("Viper is a camera. ")]);

    private readonly TemporaryChats chats = new();
    private readonly ScriptedSlack slack = new();
    private readonly SlackOptions options = new();
    private RouteStore routes = null!;
    private OpenStreams<AnswerStream> streams = null!;
    private SlackChannel channel = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        routes = new RouteStore(chats.Database);
        streams = new OpenStreams<AnswerStream>(TimeSpan.FromMinutes(6), chats.Clock);
        channel = new SlackChannel(slack, slack, routes, streams, new AgentStatus(slack), new SessionTitles(slack, chats.Conversations), options, chats.Clock, NullLogger<SlackChannel>.Instance);
        foreach (var place in (Address[])[Thread, Personal, Whisper, Room])
            await KeepAsync(place, "T1");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    [Fact]
    public async Task An_answer_is_streamed_into_its_thread()
    {
        string? post = await channel.BeginAsync(Thread, "r1", Stop);
        (await channel.DeliverAsync(Thread, post, Answer, false, Stop)).ShouldBe(post);
        slack.Methods.ShouldBe(["chat.startStream", "chat.stopStream", "chat.update"], "a stream says by itself that the agent works, but has no words for screen readers");
        slack.Last("chat.update")["text"]!.ToString().ShouldContain("Viper is a camera");
        var start = slack.Last("chat.startStream");
        Texts(start, "channel", "thread_ts", "recipient_user_id", "recipient_team_id").ShouldBe(["C1", "1700.1", "UANN", "T1"]);
        var stop = slack.Last("chat.stopStream");
        stop["ts"]!.ToString().ShouldBe(post);
        stop["blocks"]!.AsArray().ShouldNotBeEmpty();
        stop["metadata"]!["event_payload"]!["reply_id"]!.ToString().ShouldBe("r1");
    }

    [Fact]
    public async Task One_person_alone_needs_no_name_in_a_stream()
    {
        await channel.BeginAsync(Personal, "r1", Stop);
        slack.Last("chat.startStream").ContainsKey("recipient_user_id").ShouldBeFalse();
    }

    [Fact]
    public async Task Only_what_is_new_is_appended_and_a_second_apart()
    {
        string? post = await channel.BeginAsync(Thread, "r1", Stop);
        await ShowAsync(post, "too early");
        foreach (string text in (string[])["Viper", "Viper is", "Something else"])
        {
            chats.Clock.Now += TimeSpan.FromSeconds(1);
            (await ShowAsync(post, text)).ShouldBeTrue();
        }
        slack.Calls.Where(call => call.Method == "chat.appendStream").Select(call => call.Arguments["chunks"]![0]!["text"]!.ToString()).ShouldBe(["Viper", " is"]);
        await channel.DeliverAsync(Thread, post, Answer, false, Stop);
        slack.Methods.TakeLast(3).ShouldBe(["chat.stopStream", "chat.update", "agents.sessions.setStatus"], "what was streamed as text would stand there twice");
        slack.Last("chat.stopStream").ContainsKey("blocks").ShouldBeFalse();
        Texts(slack.Last("chat.update"), "channel", "ts").ShouldBe(["C1", post]);
    }

    [Fact]
    public async Task What_is_being_done_is_a_task()
    {
        string? post = await channel.BeginAsync(Thread, "r1", Stop);
        chats.Clock.Now += TimeSpan.FromSeconds(1);
        await channel.ShowAsync(Thread, post, new Reply("r1", [new Progress("Reading 12 passages…")]), Stop);
        var task = slack.Last("chat.appendStream")["chunks"]![0]!.AsObject();
        Texts(task, "type", "title", "status").ShouldBe(["task_update", "Reading 12 passages…", "in_progress"]);
    }

    [Theory, InlineData("message_not_in_streaming_state"), InlineData("something_new")]
    public async Task The_answer_takes_the_place_of_a_stream_that_ended_before(string code)
    {
        string? post = await channel.BeginAsync(Thread, "r1", Stop);
        slack.Refuse("chat.stopStream", code);
        (await channel.DeliverAsync(Thread, post, Answer, false, Stop)).ShouldBe(post);
        slack.Methods.TakeLast(2).ShouldBe(["chat.update", "agents.sessions.setStatus"]);
        slack.Last("agents.sessions.setStatus")["status"]!.ToString().ShouldBe("active");
    }

    [Fact]
    public async Task A_stream_that_Slack_still_holds_open_after_a_restart_is_ended_first()
    {
        slack.Refuse("chat.update", "streaming_state_conflict");
        (await channel.DeliverAsync(Thread, "1699.9", Answer, false, Stop)).ShouldBe("1699.9");
        slack.Methods.ShouldBe(["chat.update", "chat.stopStream", "chat.update", "agents.sessions.setStatus"]);
    }

    [Theory, InlineData("invalid_blocks"), InlineData("msg_blocks_too_long")]
    public async Task Where_Slack_finds_a_fault_in_the_blocks_the_answer_is_said_in_words(string code)
    {
        slack.Refuse("chat.postMessage", code);
        (await channel.DeliverAsync(Thread, null, Answer, false, Stop)).ShouldNotBeEmpty();
        slack.Methods.Count(method => method == "chat.postMessage").ShouldBe(2);
        var message = slack.Last("chat.postMessage");
        message["blocks"]!.AsArray().ShouldBeEmpty();
        message["text"]!.ToString().ShouldContain("Viper is a camera");
    }

    [Fact]
    public async Task A_piece_that_may_have_arrived_is_not_said_below_itself()
    {
        string? post = await channel.BeginAsync(Thread, "r1", Stop);
        chats.Clock.Now += TimeSpan.FromSeconds(2);
        slack.Faults["chat.appendStream"] = new([new SlackUnavailableException("no answer in time")]);
        await Should.ThrowAsync<SlackUnavailableException>(() => ShowAsync(post, "Viper is"));
        await channel.DeliverAsync(Thread, post, Answer, false, Stop);
        slack.Last("chat.stopStream").ContainsKey("blocks").ShouldBeFalse();
        slack.Methods.ShouldContain("chat.update");
    }

    [Fact]
    public async Task Where_no_connection_came_about_nothing_stands_there()
    {
        slack.Faults["chat.postMessage"] = new([new SlackUnavailableException("unreachable", new HttpRequestException(HttpRequestError.ConnectionError)), new SlackUnavailableException("cut", new HttpRequestException(HttpRequestError.ResponseEnded))]);
        await Should.ThrowAsync<ChannelUnsentException>(() => channel.DeliverAsync(Thread, null, Answer, false, Stop));
        await Should.ThrowAsync<SlackUnavailableException>(() => channel.DeliverAsync(Thread, null, Answer, false, Stop));
    }

    [Theory, InlineData("message_not_found"), InlineData("cant_update_message")]
    public async Task Where_a_stream_left_no_message_the_answer_is_one_by_itself(string code)
    {
        slack.Refuse("chat.update", code);
        (await channel.DeliverAsync(Thread, "1699.9", Answer, false, Stop)).ShouldBe("1.0");
        slack.Methods.ShouldBe(["chat.update", "chat.postMessage", "agents.sessions.setStatus"]);
    }

    [Fact]
    public async Task Where_nothing_can_be_streamed_it_is_one_message_that_carries_its_reply()
    {
        slack.Refuse("chat.startStream", "channel_type_not_supported");
        slack.Refuse("agents.sessions.setStatus", "not_an_agent");
        (await channel.BeginAsync(Thread, "r1", Stop)).ShouldBeNull();
        (await channel.DeliverAsync(Thread, null, Answer, false, Stop)).ShouldBe("1.0");
        var message = slack.Last("chat.postMessage");
        Texts(message, "channel", "thread_ts", "unfurl_links", "unfurl_media").ShouldBe(["C1", "1700.1", "false", "false"]);
        message["metadata"]!["event_payload"]!["reply_id"]!.ToString().ShouldBe("r1");
        message["text"]!.ToString().ShouldContain("Viper is a camera");
    }

    [Fact]
    public async Task Streaming_can_be_switched_off()
    {
        options.StreamAnswers = false;
        (await channel.BeginAsync(Thread, "r1", Stop)).ShouldBeNull();
        slack.Methods.ShouldBe(["agents.sessions.setStatus"]);
    }

    public static TheoryData<Exception> WhatMayBecomeOfWords =>
        [new ChannelBusyException("Slack wants fewer chat.update.", TimeSpan.FromSeconds(30)), new SlackRefusedException("cant_update_message"), new SlackUnavailableException("no answer in time"), new OperationCanceledException()];

    [Theory, MemberData(nameof(WhatMayBecomeOfWords), DisableDiscoveryEnumeration = true)]
    public async Task An_answer_stands_whatever_becomes_of_its_words_for_screen_readers(Exception fault)
    {
        string? post = await channel.BeginAsync(Thread, "r1", Stop);
        slack.Faults["chat.update"] = new([fault]);
        (await channel.DeliverAsync(Thread, post, Answer, false, Stop)).ShouldBe(post);
        slack.Methods.ShouldBe(["chat.startStream", "chat.stopStream", "chat.update"], "once is enough");
    }

    [Fact]
    public async Task A_reader_who_stops_it_gets_nothing_more()
    {
        string? post = await channel.BeginAsync(Thread, "r1", Stop);
        await streams.All.Single().StopAsync(Stop);
        (await ShowAsync(post, "Viper")).ShouldBeFalse();
        (await channel.DeliverAsync(Thread, post, Answer, false, Stop)).ShouldBe(post);
        slack.Methods.Count(method => method == "chat.stopStream").ShouldBe(1);
        slack.Methods.ShouldNotContain("chat.update");
    }

    [Fact]
    public async Task What_may_stand_there_already_is_only_pointed_at()
    {
        await channel.DeliverAsync(Thread, null, Answer, mayStand: true, Stop);
        slack.Last("chat.postMessage")["text"]!.ToString().ShouldStartWith("I was interrupted");
    }

    [Fact]
    public async Task A_reply_is_found_by_what_it_carries()
    {
        slack.Thread = """{"ok":true,"messages":[{"ts":"1700.1"},{"ts":"1700.2","metadata":{"event_type":"survbot_reply","event_payload":{"reply_id":"r1"}}}],"has_more":false}""";
        (await channel.FindAsync(Thread, "r1", Stop)).ShouldBe("1700.2");
        (await channel.FindAsync(Thread, "r2", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_looked_for_in_vain_is_said_again()
    {
        (await channel.FindAsync(Thread, "r1", Stop)).ShouldBeNull();
        await channel.DeliverAsync(Thread, null, Answer, mayStand: true, Stop);
        slack.Last("chat.postMessage")["text"]!.ToString().ShouldContain("Viper is a camera");
    }

    [Fact]
    public async Task A_room_that_may_not_be_read_tells_nothing()
    {
        slack.Refuse("conversations.replies", "missing_scope");
        (await channel.FindAsync(Thread, "r1", Stop)).ShouldBeNull();
        await channel.DeliverAsync(Thread, null, Answer, mayStand: true, Stop);
        slack.Last("chat.postMessage")["text"]!.ToString().ShouldStartWith("I was interrupted");
    }

    [Fact]
    public async Task An_answer_to_a_command_is_for_one_person()
    {
        await channel.DeliverAsync(Whisper, null, Answer, false, Stop);
        slack.Methods.ShouldBe(["response_url"]);
        Texts(slack.Last("response_url"), "response_type", "replace_original").ShouldBe(["ephemeral", "false"]);
        slack.Refuse("response_url", "response_url_refused");
        await channel.DeliverAsync(Whisper, null, Answer, false, Stop);
        Texts(slack.Last("chat.postEphemeral"), "channel", "user").ShouldBe(["C1", "UANN"], "after half an hour the other way is left");
    }

    [Fact]
    public async Task What_is_shared_goes_to_the_room_even_where_the_bot_is_no_member()
    {
        await channel.DeliverAsync(Room, null, Answer, false, Stop);
        slack.Last("chat.postMessage").ContainsKey("thread_ts").ShouldBeFalse();
        slack.Refuse("chat.postMessage", "not_in_channel");
        await channel.DeliverAsync(Room, null, Answer, false, Stop);
        slack.Last("response_url")["response_type"]!.ToString().ShouldBe("in_channel");
    }

    [Fact]
    public async Task What_slack_never_takes_is_told_from_what_somebody_may_mend()
    {
        slack.Refuse("chat.postMessage", "channel_not_found", "something_new");
        await Should.ThrowAsync<ChannelRefusedException>(() => channel.DeliverAsync(Thread, null, Answer, false, Stop));
        await Should.ThrowAsync<ChannelUnsentException>(() => channel.DeliverAsync(Thread, null, Answer, false, Stop));
    }

    [Fact]
    public async Task Nothing_is_said_where_the_app_is_not()
    {
        var elsewhere = new Address("slack", "T2", "C1", "1700.1");
        await Should.ThrowAsync<ChannelRefusedException>(() => channel.DeliverAsync(elsewhere, null, Answer, false, Stop));
        await KeepAsync(elsewhere, "T2");
        await Should.ThrowAsync<ChannelRefusedException>(() => channel.DeliverAsync(elsewhere, null, Answer, false, Stop));
        (await channel.BeginAsync(elsewhere, "r1", Stop)).ShouldBeNull();
        slack.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_ends_where_the_way_was_forgotten_meanwhile()
    {
        string? post = await channel.BeginAsync(Thread, "r1", Stop);
        chats.Execute("DELETE FROM routes");
        await Should.ThrowAsync<ChannelRefusedException>(() => channel.DeliverAsync(Thread, post, Answer, false, Stop));
        slack.Methods.ShouldBe(["chat.startStream", "chat.stopStream"]);
        slack.Last("chat.stopStream").ContainsKey("blocks").ShouldBeFalse();
        streams.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_for_one_person_in_a_thread_goes_there()
    {
        var inThread = new Address("slack", "T1", "C1", "1700.1/UANN");
        await KeepAsync(inThread, "T1");
        (await channel.BeginAsync(inThread, "r1", Stop)).ShouldBeNull("nobody else is to see that something is on its way");
        await channel.DeliverAsync(inThread, null, Answer, false, Stop);
        slack.Last("response_url")["thread_ts"]!.ToString().ShouldBe("1700.1");
        slack.Refuse("response_url", "response_url_refused");
        await channel.DeliverAsync(inThread, null, Answer, false, Stop);
        Texts(slack.Last("chat.postEphemeral"), "channel", "user", "thread_ts").ShouldBe(["C1", "UANN", "1700.1"]);
    }

    [Fact]
    public async Task A_thread_of_one_person_is_called_by_its_first_question()
    {
        var first = await AskAsync(Personal, "m1", "What is\nViper?");
        await channel.DeliverAsync(Personal, null, new Reply(first.Id, Answer.Blocks), false, Stop);
        Texts(slack.Last("agents.sessions.rename"), "channel_id", "thread_ts", "title").ShouldBe(["D1", "1700.1", "What is Viper?"]);
        var second = await AskAsync(Personal, "m2", "Who makes it?");
        await channel.DeliverAsync(Personal, null, new Reply(second.Id, Answer.Blocks), false, Stop);
        var elsewhere = await AskAsync(Thread, "m3", "What is Viper?");
        await channel.DeliverAsync(Thread, null, new Reply(elsewhere.Id, Answer.Blocks), false, Stop);
        slack.Methods.Count(method => method == "agents.sessions.rename").ShouldBe(1);
    }

    [Fact]
    public async Task A_name_has_at_most_200_characters_and_nothing_hangs_on_it()
    {
        var asked = await AskAsync(Personal, "m1", new string('x', 3000));
        slack.Refuse("agents.sessions.rename", "session_not_found");
        (await channel.DeliverAsync(Personal, null, new Reply(asked.Id, Answer.Blocks), false, Stop)).ShouldNotBeEmpty();
        slack.Last("agents.sessions.rename")["title"]!.ToString().Length.ShouldBe(200);
    }

    [Theory, InlineData("restricted_action"), InlineData("something_new")]
    public async Task What_cannot_be_said_ends_the_status_all_the_same(string code)
    {
        await channel.BeginAsync(Thread, "r1", Stop);
        slack.Refuse("chat.postMessage", code);
        await Should.ThrowAsync<Exception>(() => channel.DeliverAsync(Thread, null, Answer, false, Stop));
        slack.Last("agents.sessions.setStatus")["status"]!.ToString().ShouldBe("active");
    }

    private async Task<IncomingMessage> AskAsync(Address place, string id, string text)
    {
        var message = new IncomingMessage { Address = place, DeliveryId = id, MessageId = id, UserId = "UANN", Text = text, SentAt = Some.Now };
        await chats.AnswerAsync(message);
        return message;
    }

    private Task<bool> ShowAsync(string? post, string text) => channel.ShowAsync(Thread, post, new Reply("r1", [new Paragraph([ReplySpan.Of(text)])]), Stop);

    private Task KeepAsync(Address place, string team) => routes.KeepAsync(
        new ReplyRoute(place.ConversationId, "workspace", "home", null, new SlackRoute(new SlackTenant(null, team, false), "UANN", team, place == Personal, ScriptedSlack.ResponseUrl).Write()), Stop);

    private static IEnumerable<string?> Texts(JsonObject json, params string[] names) => names.Select(name => json[name]?.ToString());
}

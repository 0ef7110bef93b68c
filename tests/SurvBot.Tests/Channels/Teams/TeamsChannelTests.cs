using SurvBot.Bot.Channels;
using SurvBot.Bot.Channels.Teams;
using SurvBot.Bot.Channels.Teams.Chats;
using SurvBot.Bot.Channels.Teams.Connector;
using SurvBot.Bot.Channels.Teams.Tokens;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Channels.Teams.Connector;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Teams;

public sealed class TeamsChannelTests : IAsyncLifetime
{
    private static readonly Address Chat = new("teams", "tenant", "19:chat", ""), Thread = new("teams", "tenant", "19:room@thread.tacv2", "1700");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly TemporaryChats chats = new();
    private readonly ScriptedConnector teams = new();
    private readonly HastyClock clock = new();
    private RouteStore routes = null!;
    private TeamsChannel channel = null!;

    public async ValueTask InitializeAsync()
    {
        routes = new RouteStore(chats.Database);
        channel = new TeamsChannel(teams, routes, clock);
        await KeepAsync(Chat, new TeamsRoute(ScriptedConnector.ServiceUrl, "personal", "29:ann"));
        await KeepAsync(Thread, new TeamsRoute(ScriptedConnector.ServiceUrl, "channel", null));
    }

    [Fact]
    public async Task To_one_person_an_answer_is_streamed()
    {
        string? post = await channel.BeginAsync(Chat, "r1", Stop);
        (await channel.DeliverAsync(Chat, post, Answer, false, Stop)).ShouldBe("a1");
        teams.Sent.Select(sent => (sent.How, sent.Where, sent.What.Type)).ShouldBe([("post", "19:chat", "typing"), ("post", "19:chat", "message")]);
        Member.Text(ScriptedConnector.StreamOf(teams.Messages.Single()), "streamType").ShouldBe("final");
    }

    [Fact]
    public async Task The_answer_takes_the_place_of_a_stream_that_ended_before()
    {
        string? post = await channel.BeginAsync(Chat, "r1", Stop);
        teams.Faults.Enqueue(ScriptedConnector.Refused(TeamsRefusal.StreamTimedOut));
        (await channel.DeliverAsync(Chat, post, Answer, false, Stop)).ShouldBe("a1");
        var put = teams.Sent.Last();
        (put.How, put.Where).ShouldBe(("put", "19:chat/a1"));
        ScriptedConnector.StreamOf(put.What).ShouldBeNull("a message that is updated streams nothing");
    }

    [Fact]
    public async Task In_a_channel_it_is_one_message_in_its_thread()
    {
        (await channel.BeginAsync(Thread, "r1", Stop)).ShouldBeNull();
        (await channel.DeliverAsync(Thread, null, Answer, false, Stop)).ShouldBe("a2");
        teams.Sent.ShouldAllBe(sent => sent.Where == "19:room@thread.tacv2;messageid=1700");
        ScriptedConnector.StreamOf(teams.Messages.Single()).ShouldBeNull();
    }

    [Fact]
    public async Task A_stream_whose_process_is_gone_is_replaced_by_the_answer()
    {
        (await channel.DeliverAsync(Chat, "a7", Answer, false, Stop)).ShouldBe("a7");
        teams.Sent.Single().ShouldSatisfyAllConditions(sent => sent.How.ShouldBe("put"), sent => sent.Where.ShouldBe("19:chat/a7"));
    }

    [Fact]
    public async Task Where_a_stream_left_no_message_the_answer_is_one_by_itself()
    {
        teams.Faults.Enqueue(ScriptedConnector.Refused(TeamsRefusal.Gone));
        (await channel.DeliverAsync(Chat, "a7", Answer, false, Stop)).ShouldBe("a1");
        teams.Sent.Select(sent => sent.How).ShouldBe(["put", "post"]);
    }

    [Fact]
    public async Task What_may_stand_in_a_channel_already_is_only_pointed_at()
    {
        await channel.DeliverAsync(Thread, null, Answer, mayStand: true, Stop);
        teams.Messages.Single().Text!.ShouldStartWith("I was interrupted");
    }

    [Fact]
    public async Task What_is_too_large_is_said_in_fewer_words()
    {
        teams.Faults.Enqueue(ScriptedConnector.Refused(TeamsRefusal.TooLarge));
        await channel.DeliverAsync(Thread, null, Answer, false, Stop);
        teams.Messages.Last().Attachments.ShouldBeEmpty();
        teams.Messages.First().Attachments.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_chat_that_is_gone_is_given_up()
    {
        teams.Faults.Enqueue(ScriptedConnector.Refused(TeamsRefusal.Forbidden));
        await Should.ThrowAsync<ChannelRefusedException>(() => channel.DeliverAsync(Thread, null, Answer, false, Stop));
        await Should.ThrowAsync<ChannelRefusedException>(() => channel.DeliverAsync(Chat with { Room = "19:unknown" }, null, Answer, false, Stop));
    }

    [Fact]
    public async Task What_somebody_can_mend_is_tried_again_and_certainly_does_not_stand_there()
    {
        teams.Faults.Enqueue(ScriptedConnector.Refused(TeamsRefusal.Unauthorized));
        await Should.ThrowAsync<ChannelUnsentException>(() => channel.DeliverAsync(Thread, null, Answer, false, Stop));
        teams.Faults.Enqueue(new TeamsTokenException("AADSTS7000215"));
        (await Should.ThrowAsync<ChannelUnsentException>(() => channel.DeliverAsync(Thread, null, Answer, false, Stop))).Message.ShouldBe("AADSTS7000215");
    }

    [Fact]
    public async Task A_stream_that_its_reader_stopped_while_nobody_was_there_stays_stopped()
    {
        teams.Faults.Enqueue(ScriptedConnector.Refused(TeamsRefusal.StreamCanceled));
        (await channel.DeliverAsync(Chat, "a7", Answer, false, Stop)).ShouldBe("a7");
        teams.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reader_who_stops_it_wants_no_answer()
    {
        string? post = await channel.BeginAsync(Chat, "r1", Stop);
        teams.Faults.Enqueue(ScriptedConnector.Refused(TeamsRefusal.StreamCanceled));
        clock.Pauses.Enqueue(TimeSpan.FromSeconds(2));
        (await channel.ShowAsync(Chat, post, new Reply("r1", [new Paragraph([ReplySpan.Of("One.")])]), Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_platform_that_takes_no_announcement_gets_the_answer_all_the_same()
    {
        teams.Faults.Enqueue(new TeamsUnavailableException("down"));
        (await channel.BeginAsync(Chat, "r1", Stop)).ShouldBeNull();
        (await channel.DeliverAsync(Chat, null, Answer, false, Stop)).ShouldBe("a1");
    }

    public ValueTask DisposeAsync() => chats.DisposeAsync();

    private static Reply Answer => new("r1", SomeReply.EveryKind());

    private Task KeepAsync(Address address, TeamsRoute route) => routes.KeepAsync(new ReplyRoute(address.ConversationId, "w", "h", null, route.Write()), Stop);
}

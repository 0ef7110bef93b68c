using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Sockets;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Tests.Channels.Teams.Connector;

namespace SurvBot.Tests.Channels.Slack.Sockets;

public sealed class SocketWorkerTests : IAsyncLifetime
{
    private readonly SlackOptions options = new() { AppToken = "xapp-1", ApiUrl = "http://127.0.0.1:1/api/", SocketConnections = 1, MostRequestBytes = 100_000 };
    private readonly RememberingHandler handler = new();
    private SocketStandIn slack = null!;
    private SocketWorker worker = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await SocketStandIn.StartAsync();
        worker = Worker(new HastyClock());
    }

    [Fact]
    public async Task What_comes_is_handed_over_and_acknowledged_by_its_name()
    {
        var connection = await StartAsync();
        await connection.EventAsync("e1", SomeSlack.Message());
        (await connection.NextAsync()).GetRawText().ShouldBe("""{"envelope_id":"e1"}""");
        handler.Heard.ShouldHaveSingleItem().ShouldBeOfType<SlackEvent>().Text.ShouldBe("What is Viper?");
    }

    [Fact]
    public async Task An_answer_goes_with_the_acknowledgement_where_Slack_takes_one()
    {
        handler.Answer = new JsonObject { ["text"] = "help" };
        var connection = await StartAsync();
        const string Command = """{"team_id":"T1","user_id":"UANN","channel_id":"C1","text":"help","response_url":"https://hooks.slack.com/x","trigger_id":"t1"}""";
        await connection.SendAsync($$"""{"envelope_id":"c1","type":"slash_commands","accepts_response_payload":true,"payload":{{Command}}}""");
        (await connection.NextAsync()).GetRawText().ShouldBe("""{"envelope_id":"c1","payload":{"text":"help"}}""");
        handler.Answer = new JsonObject { ["text"] = "help" };
        await connection.SendAsync($$"""{"envelope_id":"c2","type":"slash_commands","accepts_response_payload":false,"payload":{{Command}}}""");
        (await connection.NextAsync()).GetRawText().ShouldBe("""{"envelope_id":"c2"}""");
    }

    [Fact]
    public async Task What_could_not_be_kept_is_not_acknowledged_so_that_it_comes_again()
    {
        var connection = await StartAsync();
        handler.Faults.Enqueue(new ChatStoreException("the disk is full"));
        handler.Faults.Enqueue(new InvalidOperationException("a fault of ours"));
        handler.Faults.Enqueue(new OperationCanceledException("it took too long"));
        foreach (string envelope in (string[])["e1", "e2", "e3", "e4"])
            await connection.EventAsync(envelope, SomeSlack.Message());
        (await connection.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("e4");
    }

    [Fact]
    public async Task Before_a_connection_ends_as_announced_the_next_one_is_there_and_both_are_heard()
    {
        var first = await StartAsync();
        await first.SendAsync("""{"type":"disconnect","reason":"refresh_requested"}""");
        var second = await slack.NextAsync();
        first.Ended.IsCompleted.ShouldBeFalse();
        await first.EventAsync("e1", SomeSlack.Message());
        await second.EventAsync("e2", SomeSlack.Message());
        (await first.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("e1");
        (await second.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("e2");
    }

    [Fact]
    public async Task A_line_that_is_cut_is_opened_again()
    {
        var first = await StartAsync();
        first.Cut();
        var second = await slack.NextAsync();
        await second.EventAsync("e1", SomeSlack.Message());
        await second.NextAsync();
    }

    [Fact]
    public async Task A_slow_request_holds_up_what_comes_after_it_in_its_room_and_nothing_else()
    {
        var slow = new TaskCompletionSource();
        handler.Slow = slow.Task;
        var connection = await StartAsync();
        await connection.EventAsync("e1", SomeSlack.Message("slow"));
        await connection.EventAsync("e2", SomeSlack.Message("after it"));
        await connection.EventAsync("e3", SomeSlack.Mention("elsewhere"));
        (await connection.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("e3");
        slow.SetResult();
        (await connection.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("e1");
        (await connection.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("e2");
        handler.Heard.Cast<SlackEvent>().Select(said => said.Text).ShouldBe(["elsewhere", "slow", "after it"]);
    }

    [Fact]
    public async Task Garbage_costs_nothing_and_a_frame_beyond_all_measure_only_its_connection()
    {
        var first = await StartAsync();
        await first.SendAsync("garbage");
        await first.SendAsync("[]");
        await first.SendAsync("""{"envelope_id":"e0","type":"events_api"}""");
        (await first.NextAsync()).GetProperty("envelope_id").GetString().ShouldBe("e0", "what says nothing now says nothing when it comes again");
        // The other side may hang up before it has heard all of it.
        await Record.ExceptionAsync(() => first.SendAsync(new string('x', 200_000)));
        var second = await slack.NextAsync();
        await second.EventAsync("e1", SomeSlack.Message());
        await second.NextAsync();
        handler.Heard.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Slacks_troubles_are_waited_out()
    {
        slack.Faults.Enqueue(new SlackUnavailableException("down"));
        slack.Faults.Enqueue(new SlackRefusedException("invalid_auth"));
        slack.Faults.Enqueue(new ChannelBusyException("429", TimeSpan.FromSeconds(40)));
        var clock = new HastyClock();
        await StartAsync(clock);
        slack.Asked.ShouldBe(4);
        clock.Pauses.ShouldContain(TimeSpan.FromSeconds(40));
    }

    [Theory]
    [InlineData("wss://evil.example/link")]
    [InlineData("ws://192.0.2.7/link")]
    [InlineData("http://127.0.0.1/link")]
    [InlineData("nothing")]
    public async Task A_socket_leads_nowhere_else(string address)
    {
        slack.Address = address;
        (await Should.ThrowAsync<SlackRefusedException>(() => new SocketDialer(options, slack).OpenAsync(TestContext.Current.CancellationToken))).Code.ShouldBe("socket_url_not_allowed");
    }

    [Fact]
    public async Task There_are_as_many_connections_as_are_wanted()
    {
        options.SocketConnections = 3;
        await StartAsync();
        await slack.NextAsync();
        await slack.NextAsync();
        slack.Asked.ShouldBe(3);
    }

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync(CancellationToken.None);
        worker.Dispose();
        await slack.DisposeAsync();
    }

    private async Task<SocketStandIn.Connection> StartAsync(TimeProvider? clock = null)
    {
        worker = Worker(clock ?? new HastyClock());
        await worker.StartAsync(TestContext.Current.CancellationToken);
        return await slack.NextAsync();
    }

    private SocketWorker Worker(TimeProvider clock) => new(options, new SocketDialer(options, slack), handler, clock, NullLogger<SocketWorker>.Instance);

    private sealed class RememberingHandler : ISlackHandler
    {
        public ConcurrentQueue<SlackRequest> Heard { get; } = new();

        public ConcurrentQueue<Exception> Faults { get; } = new();

        public JsonObject? Answer { get; set; }

        /// <summary>What a message that says "slow" waits for.</summary>
        public Task Slow { get; set; } = Task.CompletedTask;

        public async Task<JsonObject?> HandleAsync(SlackRequest request, CancellationToken cancellationToken)
        {
            if (Faults.TryDequeue(out var fault))
                throw fault;
            if (request is SlackEvent { Text: "slow" })
                await Slow;
            Heard.Enqueue(request);
            return Answer;
        }
    }
}

using System.Net;
using System.Text.Json;
using CsCheck;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Connector;
using SurvBot.Bot.Channels.Teams.Tokens;
using SurvBot.Bot.Delivery;

namespace SurvBot.Tests.Channels.Teams.Connector;

public sealed class TeamsConnectorClientTests
{
    private const string Service = "https://smba.trafficmanager.net/amer/", Thread = "19:abc@thread.tacv2;messageid=1700";

    private static readonly Activity Hello = new() { Type = "message", Text = "Hello" };

    private readonly HastyClock clock = new();
    private readonly CountedTokens tokens = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_call_goes_to_its_address_with_escaped_ids()
    {
        var http = new ScriptedHttp((_, count) => ScriptedHttp.Json($$"""{"id":"{{count}}"}""", HttpStatusCode.Created));
        var connector = Connector(http);
        (await connector.SendAsync(Service, Thread, Hello, Stop)).ShouldBe("1");
        (await connector.ReplyAsync(Service.TrimEnd('/'), Thread, "a/b?c", Hello, Stop)).ShouldBe("2");
        await connector.UpdateAsync(Service, Thread, "7", Hello, Stop);
        await connector.DeleteAsync(Service, Thread, "7", Stop);
        const string conversation = "https://smba.trafficmanager.net/amer/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1700/activities";
        http.Requests.Select(request => $"{request.Method} {request.Url.AbsoluteUri}").ShouldBe(
            [$"POST {conversation}", $"POST {conversation}/a%2Fb%3Fc", $"PUT {conversation}/7", $"DELETE {conversation}/7"]);
        http.Requests.Select(request => request.Authorization).Distinct().ShouldBe(["Bearer token-1"]);
        http.Requests.Select(request => request.Body).ShouldBe(["""{"type":"message","text":"Hello"}""", """{"type":"message","text":"Hello"}""", """{"type":"message","text":"Hello"}""", ""]);
    }

    [Fact]
    public void An_id_never_leads_to_another_address()
    {
        Gen.String[Gen.Char["./\\%2eEF?#:;@ é😀a"], 0, 12].Sample(id =>
        {
            var http = new ScriptedHttp((_, _) => ScriptedHttp.Json("{}"));
            try
            {
                Connector(http).ReplyAsync(Service, id, id, Hello, CancellationToken.None).GetAwaiter().GetResult();
            }
            catch (TeamsRefusedException refused)
            {
                refused.Refusal.ShouldBe(TeamsRefusal.BadId);
                http.Requests.ShouldBeEmpty();
                return;
            }
            var url = http.Requests.ShouldHaveSingleItem().Url;
            (url.Host, url.Query, url.Fragment).ShouldBe(("smba.trafficmanager.net", "", ""));
            url.AbsolutePath.Split('/').ShouldBe(["", "amer", "v3", "conversations", Uri.EscapeDataString(id), "activities", Uri.EscapeDataString(id)], $"for {id}");
        }, iter: 3000);
    }

    [Theory, InlineData("{}"), InlineData(""), InlineData("<html>"), InlineData("[]"), InlineData("""{"id":5}""")]
    public async Task The_platform_need_not_name_what_it_took(string body) =>
        (await Connector(new ScriptedHttp((_, _) => ScriptedHttp.Json(body, HttpStatusCode.Accepted))).SendAsync(Service, Thread, Hello, Stop)).ShouldBeNull();

    [Theory, InlineData(412), InlineData(429), InlineData(502), InlineData(504)]
    public async Task What_the_platform_wants_to_be_tried_again_is_with_growing_pauses(int status)
    {
        var http = new ScriptedHttp((_, count) => ScriptedHttp.Json("""{"id":"1"}""", count <= 3 ? (HttpStatusCode)status : HttpStatusCode.Created));
        await Connector(http).UpdateAsync(Service, Thread, "1", Hello, Stop);
        http.Requests.Count.ShouldBe(4);
        foreach (var (pause, seconds) in clock.Pauses.Zip((double[])[1, 2, 4]))
            pause.TotalSeconds.ShouldBeInRange(seconds * 0.8, seconds * 1.2);
        clock.Pauses.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Attempts_end_and_the_outbox_hears_why()
    {
        var http = new ScriptedHttp((_, _) => ScriptedHttp.Json("", HttpStatusCode.BadGateway));
        (await Should.ThrowAsync<TeamsUnavailableException>(() => Connector(http).UpdateAsync(Service, Thread, "1", Hello, Stop))).Status.ShouldBe(502);
        http.Requests.Count.ShouldBe(4);
    }

    [Theory, InlineData(502, 1), InlineData(504, 1), InlineData(412, 2), InlineData(429, 2)]
    public async Task A_message_that_a_gateway_may_have_passed_on_is_not_sent_again_here(int status, int requests)
    {
        var http = new ScriptedHttp((_, count) => ScriptedHttp.Json("{}", count == 1 ? (HttpStatusCode)status : HttpStatusCode.Created));
        var sent = Connector(http).SendAsync(Service, Thread, Hello, Stop);
        if (requests == 1)
            (await Should.ThrowAsync<TeamsUnavailableException>(() => sent)).Status.ShouldBe(status);
        else
            await sent;
        http.Requests.Count.ShouldBe(requests);
    }

    [Theory, InlineData(502), InlineData(504)]
    public async Task A_step_or_the_end_of_a_stream_is_sent_again_after_a_gateway_failed(int status)
    {
        var end = Hello with { Entities = [JsonSerializer.SerializeToElement(new { type = "streaminfo", streamType = "final", streamId = "1" })] };
        foreach (var activity in (Activity[])[end, end with { Type = "typing" }, new() { Type = "typing" }])
        {
            var http = new ScriptedHttp((_, count) => ScriptedHttp.Json("{}", count == 1 ? (HttpStatusCode)status : HttpStatusCode.Accepted));
            await Connector(http).SendAsync(Service, Thread, activity, Stop);
            http.Requests.Count.ShouldBe(2);
        }
    }

    [Theory, InlineData(500), InlineData(503), InlineData(408)]
    public async Task Another_failure_is_left_to_the_outbox(int status)
    {
        var http = new ScriptedHttp((_, _) => ScriptedHttp.Json("", (HttpStatusCode)status));
        (await Should.ThrowAsync<TeamsUnavailableException>(() => Connector(http).SendAsync(Service, Thread, Hello, Stop))).Status.ShouldBe(status);
        http.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_short_wish_to_be_left_alone_is_granted_and_a_long_one_passed_on()
    {
        var brief = new ScriptedHttp((_, count) => ScriptedHttp.Json("{}", count == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.Created, TimeSpan.FromSeconds(3)));
        await Connector(brief).SendAsync(Service, Thread, Hello, Stop);
        clock.Pauses.ShouldHaveSingleItem().TotalSeconds.ShouldBeInRange(3, 3.6);

        var lasting = new ScriptedHttp((_, _) => ScriptedHttp.Json("{}", HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(90)));
        (await Should.ThrowAsync<ChannelBusyException>(() => Connector(lasting).SendAsync(Service, Thread, Hello, Stop))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(90));
        lasting.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_pause_ends_with_the_callers_patience()
    {
        using var patience = new CancellationTokenSource();
        var http = new ScriptedHttp((_, _) =>
        {
            patience.Cancel();
            return ScriptedHttp.Json("", HttpStatusCode.BadGateway);
        });
        await Should.ThrowAsync<OperationCanceledException>(() => Connector(http).UpdateAsync(Service, Thread, "1", Hello, patience.Token));
        http.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_not_tried_again_here_since_the_post_may_have_arrived()
    {
        var http = new ScriptedHttp((_, _) => throw new HttpRequestException("cut"));
        (await Should.ThrowAsync<TeamsUnavailableException>(() => Connector(http).SendAsync(Service, Thread, Hello, Stop))).Status.ShouldBeNull();
        http.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        var http = new ScriptedHttp((request, _) => ScriptedHttp.Json("{}", request.Headers.Authorization!.Parameter == "token-2" ? HttpStatusCode.Created : HttpStatusCode.Unauthorized));
        await Connector(http).SendAsync(Service, Thread, Hello, Stop);
        http.Requests.Select(request => request.Authorization).ShouldBe(["Bearer token-1", "Bearer token-2"]);

        var locked = new ScriptedHttp((_, _) => ScriptedHttp.Json("", HttpStatusCode.Unauthorized));
        var refused = await Should.ThrowAsync<TeamsRefusedException>(() => Connector(locked).SendAsync(Service, Thread, Hello, Stop));
        (refused.Refusal, refused.IsForGood, locked.Requests.Count).ShouldBe((TeamsRefusal.Unauthorized, false, 2));
    }

    [Theory]
    [InlineData(400, "BadRequest", "?", TeamsRefusal.Malformed)]
    [InlineData(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.", TeamsRefusal.Forbidden)]
    [InlineData(403, "ContentStreamNotAllowed", "Content stream is not allowed", TeamsRefusal.StreamNotAllowed)]
    [InlineData(403, "ContentStreamNotAllowed", "Content stream was canceled by user.", TeamsRefusal.StreamCanceled)]
    [InlineData(403, "ContentStreamNotAllowed", "Content stream finished due to exceeded streaming time.", TeamsRefusal.StreamTimedOut)]
    [InlineData(403, "ContentStreamNotAllowed", "Content stream is not allowed on an already completed streamed message", TeamsRefusal.StreamCompleted)]
    [InlineData(403, "ContentStreamNotAllowed", "Message size too large", TeamsRefusal.TooLarge)]
    [InlineData(403, "ContentStreamNotAllowed", "Request streamed content should contain the previously streamed content", TeamsRefusal.StreamRewritten)]
    [InlineData(202, "ContentStreamSequenceOrderPreConditionFailed", "PreCondition failed exception", TeamsRefusal.StreamOutOfOrder)]
    [InlineData(404, "ConversationNotFound", "Conversation not found.", TeamsRefusal.Gone)]
    [InlineData(410, "Gone", "", TeamsRefusal.Gone)]
    [InlineData(413, "MessageSizeTooBig", "Message size too large.", TeamsRefusal.TooLarge)]
    [InlineData(405, "BadArgument", "Streaming API is not enabled for non personal scope", TeamsRefusal.Other)]
    public async Task A_refusal_says_why_in_both_forms_of_the_platforms_errors(int status, string code, string message, TeamsRefusal refusal)
    {
        string error = JsonSerializer.Serialize(new { code, message });
        foreach (string body in (string[])[error, $$"""{"error":{{error}}}"""])
        {
            var http = new ScriptedHttp((_, _) => ScriptedHttp.Json(body, (HttpStatusCode)status));
            var refused = await Should.ThrowAsync<TeamsRefusedException>(() => Connector(http).UpdateAsync(Service, Thread, "1", Hello, Stop));
            (refused.Refusal, refused.Status, refused.Code, refused.PlatformMessage ?? "").ShouldBe((refusal, status, code, message));
            http.Requests.Count.ShouldBe(1);
        }
    }

    private TeamsConnectorClient Connector(ScriptedHttp http) => new(new ServiceUrls(SomeDeployment.Of()), tokens, new ConversationPace(clock), http, clock);

    /// <summary>Gives token-1, and after a refusal the next.</summary>
    private sealed class CountedTokens : IConnectorTokens
    {
        public Task<string?> GetAsync(CancellationToken cancellationToken) => Task.FromResult<string?>("token-1");

        public Task<string?> RenewAsync(string refused, CancellationToken cancellationToken) => Task.FromResult<string?>($"token-{int.Parse(refused["token-".Length..]) + 1}");
    }
}

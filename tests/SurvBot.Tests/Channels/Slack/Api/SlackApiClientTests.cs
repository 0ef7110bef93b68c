using System.Net;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Delivery;
using SurvBot.Tests.Channels.Teams;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Api;

public sealed class SlackApiClientTests
{
    private readonly StoppedClock clock = new();
    private readonly SlackOptions options = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_method_is_called_with_its_token_and_arguments()
    {
        var http = new ScriptedHttp((_, _) => ScriptedHttp.Json("""{"ok":true,"ts":"1.2"}"""));
        (await CallAsync(http, SlackMethod.PostMessage)).GetProperty("ts").GetString().ShouldBe("1.2");
        var sent = http.Requests.ShouldHaveSingleItem();
        (sent.Method, sent.Url.AbsoluteUri, sent.Authorization, sent.Body).ShouldBe((HttpMethod.Post, "https://slack.com/api/chat.postMessage", "Bearer xoxb-1", """{"channel":"C1","limit":5}"""));
        await CallAsync(http, SlackMethod.Replies);
        http.Requests.Last().Body.ShouldBe("channel=C1&limit=5", "what reads takes no JSON");
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"ok":false,"error":"channel_not_found"}""", true)]
    [InlineData(HttpStatusCode.OK, """{"ok":false,"error":"restricted_action_thread_only_channel"}""", true)]
    [InlineData(HttpStatusCode.OK, """{"ok":false,"error":"something_new"}""", false)]
    [InlineData(HttpStatusCode.Forbidden, """{"ok":false,"error":"invalid_auth"}""", true)]
    public async Task What_slack_refuses_is_told_from_what_may_be_tried_again(HttpStatusCode status, string body, bool isForGood)
    {
        var http = new ScriptedHttp((_, _) => ScriptedHttp.Json(body, status));
        (await Should.ThrowAsync<SlackRefusedException>(() => CallAsync(http, SlackMethod.PostMessage))).IsForGood.ShouldBe(isForGood);
        http.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_says_which_scope_or_block_it_is_about()
    {
        var scope = new ScriptedHttp((_, _) => ScriptedHttp.Json("""{"ok":false,"error":"missing_scope","needed":"chat:write","provided":"commands"}"""));
        (await Should.ThrowAsync<SlackRefusedException>(() => CallAsync(scope, SlackMethod.PostMessage))).Message.ShouldBe("Slack refused it: missing_scope, it needs chat:write");
        var block = new ScriptedHttp((_, _) => ScriptedHttp.Json("""{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] no more than 50"]}}"""));
        (await Should.ThrowAsync<SlackRefusedException>(() => CallAsync(block, SlackMethod.PostMessage))).Message.ShouldEndWith("[ERROR] no more than 50");
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "<html>")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.OK, "{}")]
    [InlineData(HttpStatusCode.OK, """{"ok":false,"error":"internal_error"}""")]
    [InlineData(HttpStatusCode.BadGateway, "bad gateway")]
    [InlineData(HttpStatusCode.Found, "")]
    public async Task After_a_failure_nobody_knows_and_nothing_is_sent_again(HttpStatusCode status, string body)
    {
        var http = new ScriptedHttp((_, _) => ScriptedHttp.Json(body, status));
        await Should.ThrowAsync<SlackUnavailableException>(() => CallAsync(http, SlackMethod.PostMessage));
        http.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_network_that_fails_is_no_refusal()
    {
        var http = new ScriptedHttp((_, _) => throw new HttpRequestException("no route"));
        (await Should.ThrowAsync<SlackUnavailableException>(() => CallAsync(http, SlackMethod.PostMessage))).Message.ShouldContain("no route");
    }

    [Fact]
    public async Task Nothing_is_called_before_slack_wants_it_again()
    {
        var http = new ScriptedHttp((_, count) => count == 1 ? ScriptedHttp.Json("""{"ok":false,"error":"ratelimited"}""", HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30)) : ScriptedHttp.Json("""{"ok":true}"""));
        var api = Client(http);
        (await Should.ThrowAsync<ChannelBusyException>(() => CallAsync(api, SlackMethod.PostMessage))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
        clock.Now += TimeSpan.FromSeconds(20);
        (await Should.ThrowAsync<ChannelBusyException>(() => CallAsync(api, SlackMethod.PostMessage))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(10));
        http.Requests.Count.ShouldBe(1);
        await CallAsync(api, SlackMethod.Update);
        clock.Now += TimeSpan.FromSeconds(10);
        await CallAsync(api, SlackMethod.PostMessage);
        http.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_method_is_called_as_often_as_its_tier_allows()
    {
        var http = new ScriptedHttp((_, _) => ScriptedHttp.Json("""{"ok":true}"""));
        var api = Client(http);
        for (int i = 0; i < 20; i++)
            await CallAsync(api, SlackMethod.StartStream);
        clock.Now += TimeSpan.FromSeconds(15);
        (await Should.ThrowAsync<ChannelBusyException>(() => CallAsync(api, SlackMethod.StartStream))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(45));
        await api.CallAsync(SlackMethod.StartStream, "xoxb-another workspace", [], Stop);
        clock.Now += TimeSpan.FromSeconds(45);
        await CallAsync(api, SlackMethod.StartStream);
        http.Requests.Count.ShouldBe(22);
    }

    [Theory]
    [InlineData("https://hooks.slack.com/commands/T1/2/abc", true)]
    [InlineData("https://hooks.slack.com:444/x", false)]
    [InlineData("http://hooks.slack.com/x", false)]
    [InlineData("https://hooks.slack.com.evil.example/x", false)]
    [InlineData("https://hooks.slack.com@evil.example/x", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("http://127.0.0.1:4003/respond/1", false)]
    [InlineData("/respond", false)]
    public async Task Answers_go_to_slack_only(string url, bool isAllowed)
    {
        var http = new ScriptedHttp((_, _) => new HttpResponseMessage { Content = new StringContent("ok") });
        var respond = () => Client(http).RespondAsync(url, new JsonObject { ["text"] = "x" }, Stop);
        if (isAllowed)
            await respond();
        else
            await Should.ThrowAsync<SlackRefusedException>(respond);
        http.Requests.Count.ShouldBe(isAllowed ? 1 : 0);
        http.Requests.ShouldAllBe(request => request.Authorization == null);
    }

    [Fact]
    public async Task A_stand_in_on_this_machine_may_be_answered_where_it_is_the_api()
    {
        options.ApiUrl = "http://127.0.0.1:4003/api/";
        var http = new ScriptedHttp((_, _) => new HttpResponseMessage(HttpStatusCode.NotFound));
        (await Should.ThrowAsync<SlackRefusedException>(() => Client(http).RespondAsync("http://127.0.0.1:4003/respond/1", [], Stop))).Code.ShouldBe("response_url_refused");
        (await Should.ThrowAsync<SlackRefusedException>(() => Client(http).RespondAsync("http://127.0.0.1:4004/respond/1", [], Stop))).Code.ShouldBe("response_url_not_allowed");
    }

    private SlackApiClient Client(ScriptedHttp http) => new(options, new ResponseUrls(options), new SlackPace(clock), http, clock);

    private Task<System.Text.Json.JsonElement> CallAsync(ScriptedHttp http, SlackMethod method) => CallAsync(Client(http), method);

    private static Task<System.Text.Json.JsonElement> CallAsync(SlackApiClient client, SlackMethod method) => client.CallAsync(method, "xoxb-1", new JsonObject { ["channel"] = "C1", ["limit"] = 5 }, Stop);
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SurvBot.Bot.Channels.Slack;
using SurvBot.Bot.Channels.Slack.Authentication;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Web;
using SurvBot.Bot.Conversations;
using SurvBot.Tests.Channels.Slack.Authentication;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack;

/// <summary>The endpoints behind a real web server.</summary>
public sealed class SlackEndpointsTests : IAsyncDisposable
{
    private const string Events = "/slack/events", Commands = "/slack/commands", Interactive = "/slack/interactive";

    private readonly StoppedClock clock = new();
    private readonly RememberingHandler handler = new();
    private WebApplication? app;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    [Fact]
    public async Task An_event_is_handed_over_and_acknowledged_with_nothing()
    {
        var (status, body) = await PostAsync(Events, SomeSlack.Envelope(SomeSlack.Message("hello")));
        (status, body).ShouldBe((HttpStatusCode.OK, ""));
        handler.Heard.ShouldHaveSingleItem().ShouldBeOfType<SlackEvent>().Text.ShouldBe("hello");
    }

    [Fact]
    public async Task The_address_is_verified_by_its_challenge()
    {
        (await PostAsync(Events, """{"type":"url_verification","token":"t","challenge":"c-1"}""")).ShouldBe((HttpStatusCode.OK, """{"challenge":"c-1"}"""));
        (await PostAsync(Events, """{"type":"url_verification","token":"t","challenge":"c-1"}""", signature: "v0=00")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Commands_and_presses_come_as_forms_and_may_be_answered_in_the_body()
    {
        handler.Answer = new JsonObject { ["text"] = "here" };
        string command = "token=t&team_id=T1&channel_id=C1&user_id=UANN&command=%2Fsurvbot&text=ask+who%3F&response_url=https%3A%2F%2Fhooks.slack.com%2F1&trigger_id=1.2";
        (await PostAsync(Commands, command)).ShouldBe((HttpStatusCode.OK, """{"text":"here"}"""));
        string press = """{"type":"block_actions","user":{"id":"UANN"},"team":{"id":"T1"},"actions":[{"action_id":"feedback","value":"v"}]}""";
        await PostAsync(Interactive, $"payload={Uri.EscapeDataString(press)}");
        handler.Heard.OfType<SlackCommand>().Single().Text.ShouldBe("ask who?");
        handler.Heard.OfType<SlackInteraction>().Single().Value.ShouldBe("v");
    }

    [Theory]
    [InlineData(Events, "{")]
    [InlineData(Events, "")]
    [InlineData(Interactive, "payload=%7B")]
    [InlineData(Interactive, "")]
    public async Task What_cannot_be_read_is_400(string path, string body) => (await PostAsync(path, body)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData(Events, "[]")]
    [InlineData(Events, """{"type":"event_callback"}""")]
    [InlineData(Events, """{"type":"event_callback","event_id":"E","team_id":"T1","event":{"type":5}}""")]
    [InlineData(Events, """{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1,"api_app_id":"A1"}""")]
    [InlineData(Commands, "text=hello")]
    [InlineData(Commands, "")]
    [InlineData(Commands, "%00=%ff&=&&a=1&a=2")]
    [InlineData(Interactive, "payload=5")]
    public async Task What_says_nothing_is_acknowledged_and_left_alone(string path, string body)
    {
        (await PostAsync(path, body)).Status.ShouldBe(HttpStatusCode.OK);
        handler.Heard.ShouldBeEmpty();
    }

    [Theory, InlineData(Events), InlineData(Commands), InlineData(Interactive)]
    public async Task A_stranger_is_refused_before_the_body_is_understood(string path)
    {
        foreach (string? signature in (string?[])["v0=00", "", null])
            (await PostAsync(path, "{", signature)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        handler.Heard.ShouldBeEmpty();
    }

    [Theory, InlineData(Commands), InlineData(Interactive)]
    public async Task Slack_may_try_out_the_connection(string path)
    {
        (await PostAsync(path, "ssl_check=1&token=t", signature: null)).ShouldBe((HttpStatusCode.OK, ""));
        handler.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        (await PostAsync(Events, SomeSlack.Envelope(SomeSlack.Message(new string('x', 400_000))))).Status.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(Events, SomeSlack.Envelope(SomeSlack.Message(new string('x', 600_000))))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        handler.Heard.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deeply_nested_body_is_refused() =>
        (await PostAsync(Events, $$"""{"event":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""")).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task What_could_not_be_kept_is_not_acknowledged()
    {
        handler.Fault = new ChatStoreException("the disk is full");
        (await PostAsync(Events, SomeSlack.Envelope(SomeSlack.Message()))).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Without_a_signing_secret_there_are_no_such_addresses()
    {
        app = await StartAsync(new SlackOptions { BotToken = "xoxb-1", AppToken = "xapp-1" });
        foreach (string path in (string[])[Events, Commands, Interactive])
            (await PostAsync(path, "{}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string body) =>
        PostAsync(path, body, SlackSignatureTests.SignatureOf($"{clock.Now.ToUnixTimeSeconds()}", body));

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string body, string? signature)
    {
        app ??= await StartAsync(new SlackOptions { BotToken = "xoxb-1", SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5" });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{app.Urls.Single()}{path}")) { Content = new StringContent(body, Encoding.UTF8, path == Events ? "application/json" : "application/x-www-form-urlencoded") };
        // The platform calls by the deployment's name, which the web channel need not know.
        request.Headers.Host = "survbot.example";
        request.Headers.Add(SlackSignature.TimeHeader, $"{clock.Now.ToUnixTimeSeconds()}");
        if (signature is not null)
            request.Headers.TryAddWithoutValidation(SlackSignature.SignatureHeader, signature);
        using var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var response = await clients.GetRequiredService<IHttpClientFactory>().CreateClient().SendAsync(request, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    private async Task<WebApplication> StartAsync(SlackOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new WebOptions()).AddSlackChannel(options, _ => null).AddSingleton<ISlackHandler>(handler);
        var built = builder.Build();
        built.UseMiddleware<WebGuard>();
        built.UseMiddleware<WebFaults>();
        built.MapSlackChannel();
        await built.StartAsync(Stop);
        return built;
    }

    private sealed class RememberingHandler : ISlackHandler
    {
        public List<SlackRequest> Heard { get; } = [];

        public JsonObject? Answer { get; set; }

        public Exception? Fault { get; set; }

        public Task<JsonObject?> HandleAsync(SlackRequest request, CancellationToken cancellationToken)
        {
            Heard.Add(request);
            return Fault is null ? Task.FromResult(Answer) : throw Fault;
        }
    }
}

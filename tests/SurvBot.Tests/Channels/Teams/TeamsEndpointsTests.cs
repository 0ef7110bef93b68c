using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SurvBot.Bot.Channels.Teams;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Authentication;
using SurvBot.Bot.Channels.Web;
using SurvBot.Tests.Channels.Teams.Authentication;

namespace SurvBot.Tests.Channels.Teams;

/// <summary>The endpoint behind a real web server, with the platform faked.</summary>
public sealed class TeamsEndpointsTests : IAsyncDisposable
{
    private readonly FakePlatform platform = new();
    private readonly RememberingHandler handler = new();
    private readonly RememberingLog log = new();
    private WebApplication? app;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    [Fact]
    public async Task An_activity_of_the_platform_is_handed_over_and_acknowledged()
    {
        using var response = await PostAsync(Message("hello"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Stop)).ShouldBeEmpty();
        handler.Heard.ShouldHaveSingleItem().Text.ShouldBe("hello");
    }

    [Fact]
    public async Task An_invoke_is_answered_in_the_body()
    {
        handler.Answer = new InvokeResponse(200, new { statusCode = 200, value = "done" });
        using var response = await PostAsync(Message("x").Replace("\"message\"", "\"invoke\"", StringComparison.Ordinal));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Stop)).ShouldBe("""{"statusCode":200,"value":"done"}""");
    }

    [Fact]
    public async Task An_invoke_that_nobody_knows_is_501()
    {
        using var response = await PostAsync(Message("x").Replace("\"message\"", "\"invoke\"", StringComparison.Ordinal));
        response.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("{\"text\":\"hello\"}", 400)]
    [InlineData("{\"type\":\"message\"}", 401)]
    public async Task What_is_no_activity_is_refused(string body, int status)
    {
        using var response = await PostAsync(body);
        ((int)response.StatusCode).ShouldBe(status);
        handler.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_may_be_larger_than_a_question_but_not_without_end()
    {
        using var large = await PostAsync(Message(new string('x', 200_000)));
        large.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var huge = await PostAsync(Message(new string('x', 300_000)));
        huge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        handler.Heard.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deeply_nested_body_is_refused()
    {
        using var response = await PostAsync($$"""{"type":"message","value":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_stranger_is_refused_before_the_body_is_read()
    {
        using var response = await PostAsync("{", token: null);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_service_url_that_is_not_allowed_is_refused_even_from_the_platform()
    {
        string body = Message("hello").Replace(FakePlatform.ServiceUrl, "https://evil.example/", StringComparison.Ordinal);
        using var response = await PostAsync(body, platform.Token(changes: ("serviceurl", "https://evil.example/")));
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        handler.Heard.ShouldBeEmpty();
        log.Lines.ShouldHaveSingleItem().ShouldContain("replies may not go to evil.example");
    }

    [Fact]
    public async Task While_the_keys_cannot_be_read_the_platform_may_try_again()
    {
        platform.IsDown = true;
        using var response = await PostAsync(Message("hello"));
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.ShouldBe(SigningKeys.PauseAfterFailure);
    }

    [Fact]
    public async Task Nothing_of_a_token_or_a_chat_is_logged()
    {
        foreach (string? token in (string?[])[platform.Token(), null, "abc", platform.Token("rogue"), platform.Token(changes: ("aud", "x"))])
            (await PostAsync(Message("private words"), token)).Dispose();
        log.Lines.Count.ShouldBe(4);
        foreach (string line in log.Lines)
            (line.Contains("private", StringComparison.Ordinal) || line.Contains("eyJ", StringComparison.Ordinal)).ShouldBeFalse(line);
    }

    private static string Message(string text) => JsonSerializer.Serialize(new { type = "message", channelId = "msteams", serviceUrl = FakePlatform.ServiceUrl, text });

    private Task<HttpResponseMessage> PostAsync(string body) => PostAsync(body, platform.Token());

    private async Task<HttpResponseMessage> PostAsync(string body, string? token)
    {
        app ??= await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{app.Urls.Single()}/api/messages")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        // The platform calls by the deployment's name, which the web channel need not know.
        request.Headers.Host = "survbot.example";
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        return await clients.GetRequiredService<IHttpClientFactory>().CreateClient().SendAsync(request, Stop);
    }

    private async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).AddFilter("Microsoft", LogLevel.None);
        builder.Services.AddSingleton<TimeProvider>(platform.Clock);
        builder.Services.AddSingleton(new WebOptions()).AddTeamsChannel(SomeDeployment.Options(), _ => null).AddSingleton<ITeamsActivityHandler>(handler);
        builder.Services.AddSingleton<IHttpClientFactory>(platform.Http);
        var built = builder.Build();
        built.UseMiddleware<WebGuard>();
        built.MapTeamsChannel();
        await built.StartAsync(Stop);
        return built;
    }

    private sealed class RememberingHandler : ITeamsActivityHandler
    {
        public List<Activity> Heard { get; } = [];

        public InvokeResponse? Answer { get; set; }

        public Task<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken)
        {
            Heard.Add(activity);
            return Task.FromResult(Answer);
        }
    }

    private sealed class RememberingLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
                Lines.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}

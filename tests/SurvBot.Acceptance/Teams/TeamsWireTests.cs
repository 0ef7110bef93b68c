using System.Net;
using System.Net.Http.Json;
using SurvBot.Acceptance.Web;

namespace SurvBot.Acceptance.Teams;

/// <summary>Whom the endpoint of Teams lets in, and with which settings it is not opened at all.</summary>
public sealed class TeamsWireTests : IAsyncDisposable
{
    private const string AppId = "11111111-1111-4111-8111-111111111111", TenantId = "22222222-2222-4222-8222-222222222222";

    private readonly ServedSurvBot served = new();
    private readonly ChannelPeer peer = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Good_tokens_are_told_from_forged_ones_and_a_rotated_key_is_picked_up()
    {
        await UsePeerAsync();
        await served.StartAsync();
        var (exitCode, output) = await peer.RunAsync($"{served.Url}api/messages", Stop);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        exitCode.ShouldBe(0, output);
        output.ShouldContain("25 of 25 right");
        served.Log.ShouldNotContain("hello", customMessage: "what is said in a chat is not logged");
        served.Log.ShouldNotContain("eyJ", customMessage: "tokens are not logged");
        served.Log.ShouldNotContain("HTTP request", customMessage: "addresses of conversations are not logged");
    }

    [Fact]
    public async Task The_doctor_gets_keys_and_a_token_where_the_settings_are_right()
    {
        await UsePeerAsync();
        var run = await served.SurvBot.RunAsync("doctor", "teams", "--json");
        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        var checks = run.Json.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!, check => check.GetProperty("detail").GetString()!);
        checks["platform's keys"].ShouldStartWith("1 read from https://localhost:");
        checks["bot's token"].ShouldBe("given for https://api.botframework.com/.default");
        run.Output.ShouldNotContain("not-a-secret");
    }

    [Fact]
    public async Task Without_settings_the_channel_is_off()
    {
        await served.StartAsync();
        using var response = await PostAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Development_mode_takes_activities_of_this_machine_only()
    {
        served.SurvBot.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        await served.StartAsync();
        using var own = await PostAsync();
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var rebound = await PostAsync(request => request.Headers.Host = "rebound.example");
        using var tunnelled = await PostAsync(request => request.Headers.Add("X-Forwarded-For", "203.0.113.7"));
        using var page = await PostAsync(request => request.Headers.Add("Origin", "https://page.example"));
        using var elsewhere = await PostAsync(serviceUrl: "https://smba.trafficmanager.net/amer/");
        foreach (var other in (HttpResponseMessage[])[rebound, tunnelled, page, elsewhere])
            other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Teams, development mode: it lets in this machine without a token and must not be combined with a bot's credentials; unset ASPNETCORE_ENVIRONMENT=Development", "ASPNETCORE_ENVIRONMENT", "Development")]
    [InlineData("Teams, app id: it is not a GUID; set MicrosoftAppId", "MicrosoftAppId", "my-bot")]
    [InlineData("Teams, client secret: SingleTenant needs one and it is missing; create a client secret", "MicrosoftAppPassword", "")]
    [InlineData("Teams, cloud: \"Moon\" is none; set SurvBot__Teams__Cloud to Public or UsGovernment", "SurvBot__Teams__Cloud", "Moon")]
    public async Task Settings_that_cannot_work_are_told_in_one_line(string line, string name, string value)
    {
        var environment = served.SurvBot.Environment;
        (environment["MicrosoftAppId"], environment["MicrosoftAppTenantId"], environment["MicrosoftAppPassword"]) = (AppId, TenantId, "not-a-secret");
        environment[name] = value;
        (await served.SurvBot.RunAsync("serve", "--urls", "http://127.0.0.1:0")).ShouldFailInOneLine().ShouldStartWith(line);
    }

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        peer.Dispose();
    }

    private async Task UsePeerAsync()
    {
        await peer.StartAsync(Stop);
        foreach (var (name, value) in peer.Settings)
            served.SurvBot.Environment[name] = value;
    }

    private async Task<HttpResponseMessage> PostAsync(Action<HttpRequestMessage>? change = null, string serviceUrl = "http://localhost:56150/_connector")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{served.Url}api/messages"))
        {
            Content = JsonContent.Create(new { type = "message", channelId = "msteams", serviceUrl, conversation = new { id = "1" }, text = "hello" }),
        };
        change?.Invoke(request);
        return await served.Http.SendAsync(request, Stop);
    }
}

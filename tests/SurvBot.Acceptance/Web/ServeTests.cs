using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace SurvBot.Acceptance.Web;

/// <summary>How the server starts, whom it lets in, and how it stops.</summary>
public sealed class ServeTests : IAsyncDisposable
{
    private readonly ServedSurvBot served = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_others_can_reach_is_not_served_without_a_token()
    {
        string line = (await served.SurvBot.RunAsync("serve", "--urls", "http://0.0.0.0:0")).ShouldFailInOneLine();
        line.ShouldContain("set SurvBot__Web__Token");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("ftp://localhost:21")]
    public async Task An_address_that_is_none_is_wrong_use(string url)
    {
        var run = await served.SurvBot.RunAsync("serve", "--urls", url);
        run.ExitCode.ShouldBe(2);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("is not an address such as http://localhost:3978");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var run = await served.SurvBot.RunAsync("serve", "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        run.ExitCode.ShouldBe(1);
        run.ErrorLines[^1].ShouldContain("stop it, or name another address with --urls");
    }

    [Fact]
    public async Task Without_a_command_the_program_serves()
    {
        served.SurvBot.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        using var process = served.SurvBot.Start();
        (await process.StandardOutput.ReadLineAsync(Stop)).ShouldNotBeNull().ShouldStartWith("SurvBot answers at http://127.0.0.1:");
        process.Kill();
        await process.WaitForExitAsync(Stop);
    }

    [Fact]
    public async Task With_a_token_nobody_asks_without_it()
    {
        served.SurvBot.Environment["SurvBot__Web__Token"] = "open-sesame";
        await served.StartAsync();
        (await StatusAsync(null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync("open-sesam")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync("open-sesame")).ShouldBe(HttpStatusCode.OK);
        using var page = await served.Http.GetAsync(new Uri(served.Url), Stop);
        page.StatusCode.ShouldBe(HttpStatusCode.OK, "the page itself asks for the token");
    }

    [Fact]
    public async Task A_polite_stop_ends_well_and_the_conversation_is_there_after_the_next_start()
    {
        await served.StartAsync();
        var (user, conversation) = (Guid.NewGuid(), Guid.NewGuid());
        await served.AskAsync(user, conversation, Guid.NewGuid(), "What is Viper?");
        (await served.StopAsync()).ShouldBe(0);

        await served.StartAsync();
        using var response = await served.SendAsync(HttpMethod.Get, $"api/v1/conversations/{conversation}", user);
        JsonElement.Parse(await response.Content.ReadAsStringAsync(Stop)).GetProperty("turns").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_text_of_questions_is_not_logged()
    {
        served.SurvBot.Environment["Logging__LogLevel__Default"] = "Trace";
        await served.StartAsync();
        await served.AskAsync(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Who watches the axolotl-parade?");
        await served.StopAsync();
        served.Log.ShouldNotContain("axolotl");
        served.Log.ShouldNotBeEmpty();
    }

    private async Task<HttpStatusCode> StatusAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{served.Url}api/v1/start"));
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var response = await served.Http.SendAsync(request, Stop);
        return response.StatusCode;
    }

    public ValueTask DisposeAsync() => served.DisposeAsync();
}

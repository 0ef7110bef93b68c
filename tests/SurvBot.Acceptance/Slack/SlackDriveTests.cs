using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SurvBot.Acceptance.Web;

namespace SurvBot.Acceptance.Slack;

/// <summary>People who talk with the built program through an emulator of Slack, over the starter corpus. Skipped where that could not be restored.</summary>
public sealed class SlackDriveTests : IAsyncDisposable
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5", Token = "xoxb-000000001-survbot", AppToken = "xapp-1-A000000001-1-survbot";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ServedSurvBot served = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mentions_messages_commands_and_buttons_are_answered_once_and_strangers_not_at_all()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "emulate")), "The emulator was not restored: run npm ci in tests/peers/slack.");
        int port = FreePort();
        served.SurvBot.Environment["SLACK_SIGNING_SECRET"] = Secret;
        await StartAsync(port);
        var (exitCode, output) = await DriveAsync(port);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        exitCode.ShouldBe(0, $"{output}\n{served.Log}");
        output.ShouldContain(" passed, 0 failed");
        foreach (string secret in (string[])[Secret, Token, "Clearview", "HTTP request"])
            served.Log.ShouldNotContain(secret, customMessage: "neither secrets nor what is said are logged");
    }

    [Fact]
    public async Task The_same_holds_over_sockets_that_send_twice_are_renewed_and_are_cut()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "emulate")), "The emulator was not restored: run npm ci in tests/peers/slack.");
        int port = FreePort();
        (served.SurvBot.Environment["SLACK_APP_TOKEN"], served.SurvBot.Environment["SLACK_SIGNING_SECRET"]) = (AppToken, null);
        await StartAsync(port);
        var (exitCode, output) = await DriveAsync(port, "--socket", "--app-token", AppToken);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        exitCode.ShouldBe(0, $"{output}\n{served.Log}");
        output.ShouldContain(" passed, 0 failed");
        foreach (string secret in (string[])[AppToken, Token, "Clearview", "ticket="])
            served.Log.ShouldNotContain(secret, customMessage: "neither secrets nor what is said are logged");
    }

    [Theory]
    [InlineData("Slack, signing secret: it is missing; set SLACK_SIGNING_SECRET", "SLACK_SIGNING_SECRET", "")]
    [InlineData("Slack, bot token: it does not begin with xoxb-; set SLACK_BOT_TOKEN", "SLACK_BOT_TOKEN", "secret")]
    [InlineData("Slack, API: it is not an https address; remove SLACK_API_URL", "SLACK_API_URL", "http://slack.example/api/")]
    public async Task Settings_that_cannot_work_are_told_in_one_line(string line, string name, string value)
    {
        var environment = served.SurvBot.Environment;
        (environment["SLACK_BOT_TOKEN"], environment["SLACK_SIGNING_SECRET"]) = (Token, Secret);
        environment[name] = value;
        (await served.SurvBot.RunAsync("serve", "--urls", "http://127.0.0.1:0")).ShouldFailInOneLine().ShouldStartWith(line);
    }

    public ValueTask DisposeAsync() => served.DisposeAsync();

    internal static string Folder { get; } = FindFolder();

    private static string FindFolder()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            if (Path.Combine(above.FullName, "tests/peers/slack") is var folder && Directory.Exists(folder))
                return folder;
        throw new DirectoryNotFoundException("There is no tests/peers/slack above the tests.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private ValueTask StartAsync(int emulator)
    {
        var environment = served.SurvBot.Environment;
        (environment["SLACK_API_URL"], environment["SLACK_BOT_TOKEN"]) = ($"http://localhost:{emulator}/api/", Token);
        return served.StartAsync();
    }

    private async Task<(int ExitCode, string Output)> DriveAsync(int emulator, params string[] how)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[Path.Combine(Folder, "drive.mjs"), "--edge", "--flaky", "--timeout", "40", "--port", $"{emulator}", "--signing-secret", Secret, "--bot-token", Token,
            "--events-url", $"{served.Url}slack/events", "--commands-url", $"{served.Url}slack/commands", "--interactivity-url", $"{served.Url}slack/interactive", .. how])
            start.ArgumentList.Add(argument);
        using var driver = Process.Start(start)!;
        var output = driver.StandardOutput.ReadToEndAsync(Stop);
        var errors = driver.StandardError.ReadToEndAsync(Stop);
        await driver.WaitForExitAsync(Stop).WaitAsync(Patience, Stop);
        return (driver.ExitCode, $"{await output}\n{await errors}");
    }
}

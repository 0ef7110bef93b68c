using System.Text.Json;
using SurvBot.Bot.Manifests;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class PackageSlackCommandTests : IDisposable
{
    private readonly CommandLine survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task It_prints_the_manifest_alone_and_tells_what_comes_next_beside_it()
    {
        var run = await survbot.RunAsync("package", "slack", "--host", "survbot.example.org");
        run.ExitCode.ShouldBe(0, run.Errors);
        JsonElement.Parse(run.Output).At("settings.event_subscriptions.request_url")!.Value.GetString().ShouldBe("https://survbot.example.org/slack/events");
        run.Errors.ShouldBe("Paste it at https://api.slack.com/apps: Create New App, From a manifest.\nIt expects a bot at https://survbot.example.org/slack/events with SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN.\n");
        survbot.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_hears_rooms_where_that_is_wanted()
    {
        (await survbot.RunAsync("package", "slack", "--socket")).Output.ShouldNotContain("message.channels");
        var run = await survbot.RunAsync("package", "slack", "--socket", "--hear-rooms");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("message.channels");
    }

    [Fact]
    public async Task It_writes_a_file_with_the_same_text()
    {
        string printed = (await survbot.RunAsync("package", "slack", "--socket")).Output;
        var run = await survbot.RunAsync("package", "slack", "--socket", "--out", "slack.json");
        run.Output.ShouldBe("Wrote slack.json.\n");
        run.Errors.ShouldEndWith("It expects a bot with SLACK_BOT_TOKEN and SLACK_APP_TOKEN, an app-level token with connections:write.\n");
        survbot.Files.ShouldBe(["slack.json"]);
        var again = await survbot.RunAsync("package", "slack", "--socket", "--manifest", "slack.json");
        again.Output.ShouldBe(printed);
        again.ExitCode.ShouldBe(0, again.Errors);
    }

    [Fact]
    public async Task Faults_of_a_manifest_of_one_s_own_are_told_and_nothing_is_written()
    {
        await survbot.WriteAsync("own.json", "{}");
        var run = await survbot.RunAsync("package", "slack", "--host", "survbot.example.org", "--manifest", "own.json", "--out", "slack.json");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("display_information: is missing: add it.\n");
        run.Errors.ShouldContain("settings.event_subscriptions.request_url: is missing: write https://survbot.example.org/slack/events.\n");
        run.Errors.ShouldMatch(@"\nNo manifest was written: \d+ faults, above\.\n\z");
        run.Output.ShouldBeEmpty();
        survbot.Files.ShouldBe(["own.json"]);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("https://survbot.example.org")]
    public async Task A_wrong_host_is_a_line_even_where_none_is_needed(string host)
    {
        foreach (string[] mode in (string[][])[[], ["--socket"]])
        {
            var run = await survbot.RunAsync(["package", "slack", "--host", host, .. mode]);
            run.ExitCode.ShouldBe(2);
            run.Errors.ShouldStartWith($"--host: \"{host}\" ");
            run.Errors.ShouldEndWith("No manifest was written: 1 fault, above.\n");
            run.Output.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("--host is needed: the name under which Slack reaches the bot, such as survbot.example.org; or --socket.")]
    [InlineData("There is no file nowhere.json.", "--socket", "--manifest", "nowhere.json")]
    public async Task What_is_missing_is_one_line(string line, params string[] options) =>
        (await survbot.RunAsync(["package", "slack", .. options])).ShouldBeWrongUse($"{line} See 'survbot package slack --help'.");
}

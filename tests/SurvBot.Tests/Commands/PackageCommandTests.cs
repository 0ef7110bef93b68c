using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class PackageCommandTests : IDisposable
{
    private const string AppId = "11111111-2222-4333-8444-555555555555";

    private readonly CommandLine survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task It_writes_the_package_and_says_what_bot_it_expects()
    {
        var run = await survbot.RunAsync("package", "teams", "--app-id", AppId, "--host", "survbot.example.org", "--version", "1.2.3");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldStartWith("Wrote survbot-teams.zip: version 1.2.3, manifest.json, color.png, outline.png, de.json, ");
        run.Output.ShouldEndWith($"It expects a bot at https://survbot.example.org/api/messages with MicrosoftAppId={AppId} and MicrosoftAppType=UserAssignedMSI.\n");
        survbot.Files.ShouldBe(["survbot-teams.zip"]);
    }

    [Fact]
    public async Task An_old_multi_tenant_bot_is_allowed_with_a_word_about_it()
    {
        var run = await survbot.RunAsync("package", "teams", "--app-id", AppId, "--host", "survbot.example.org", "--tenant-type", "multitenant", "--out", "old.zip");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("MicrosoftAppType=MultiTenant");
        run.Errors.ShouldContain("no new multi-tenant bots");
        survbot.Files.ShouldBe(["old.zip"]);
    }

    [Fact]
    public async Task Every_wrong_value_is_a_line_and_nothing_is_written()
    {
        var run = await survbot.RunAsync("package", "teams", "--app-id", "me", "--host", "https://survbot.example.org", "--version", "1", "--tenant-type", "Any", "--link-domain", "localhost");
        run.ExitCode.ShouldBe(2);
        run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[0]).ShouldBe(["--app-id", "--host", "--version", "--tenant-type", "--link-domain", "No package was written"]);
        run.Output.ShouldBeEmpty();
        survbot.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Faults_of_the_manifest_are_told_and_nothing_is_written()
    {
        await survbot.WriteAsync("manifest.json", "{}");
        var run = await survbot.RunAsync("package", "teams", "--app-id", AppId, "--host", "survbot.example.org", "--manifest", ".");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("name: is missing: add it.\n");
        run.Errors.ShouldContain("bots: is missing or empty: ");
        run.Errors.ShouldEndWith(" faults, above.\n");
        survbot.Files.ShouldBe(["manifest.json"]);
    }

    [Theory]
    [InlineData("--app-id is needed: the bot's Microsoft app id.", "--host", "survbot.example.org")]
    [InlineData("--host is needed: the name under which Microsoft reaches the bot, such as survbot.example.org.", "--app-id", AppId)]
    [InlineData("There is no folder nowhere.", "--app-id", AppId, "--host", "survbot.example.org", "--manifest", "nowhere")]
    public async Task What_is_missing_is_one_line(string line, params string[] options) =>
        (await survbot.RunAsync(["package", "teams", .. options])).ShouldBeWrongUse($"{line} See 'survbot package teams --help'.");
}

using System.Diagnostics;
using SurvBot.Acceptance.Web;

namespace SurvBot.Acceptance.Mcp;

/// <summary>An agent by the protocol's own TypeScript SDK, which holds every result against its schema. Skipped where that could not be restored.</summary>
public sealed class McpDriveTests : IAsyncDisposable
{
    private readonly ServedSurvBot served = new();

    [Fact]
    public async Task An_agent_of_another_language_lists_the_tools_and_takes_the_results_by_their_schemas()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "@modelcontextprotocol")), "The SDK was not restored: run npm ci in tests/peers/mcp.");
        served.SurvBot.Environment["SurvBot__Mcp__Keys__ada"] = McpTests.Key;
        await served.StartAsync();
        using var driver = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "drive.mjs"), $"{served.Url}mcp", McpTests.Key]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = driver.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await driver.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await driver.WaitForExitAsync(TestContext.Current.CancellationToken);
        driver.ExitCode.ShouldBe(0, $"{output}\n{await errors}\n{served.Log}");
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        output.ShouldEndWith(" passed, 0 failed\n");
    }

    public ValueTask DisposeAsync() => served.DisposeAsync();

    private static string Folder { get; } = Clone.File("tests/peers/mcp");
}

using System.Diagnostics;

namespace SurvBot.Acceptance.Slack;

/// <summary>The table that calls are held against is what the published types say. Skipped where those could not be restored.</summary>
public sealed class MethodsTests
{
    [Fact]
    public async Task The_table_of_methods_and_arguments_is_that_of_the_published_types()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(SlackDriveTests.Folder, "node_modules", "@slack", "web-api")), "The types were not restored: run npm ci in tests/peers/slack.");
        using var script = Process.Start(new ProcessStartInfo("node", [Path.Combine(SlackDriveTests.Folder, "methods.mjs")]) { RedirectStandardOutput = true })!;
        string table = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        table.ShouldBe(await File.ReadAllTextAsync(Path.Combine(SlackDriveTests.Folder, "methods.json"), TestContext.Current.CancellationToken), "run node methods.mjs > methods.json there");
    }
}

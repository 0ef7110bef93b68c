using System.Diagnostics;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Channels.Web;

/// <summary>The page's scripts have tests of their own, in their own language; the build needs Node.js anyway.</summary>
public sealed class PageScriptTests
{
    [Fact]
    public async Task The_page_s_own_tests_pass()
    {
        // Named one by one: releases of Node.js differ in what a folder means here.
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "tests/peers/web"), "*.test.mjs");
        files.ShouldNotBeEmpty();
        using var node = Process.Start(new ProcessStartInfo("node", ["--test", .. files]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        string output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0, output);
    }
}

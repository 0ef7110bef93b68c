using System.Diagnostics;
using System.Text.Json;
using SurvBot.Acceptance.Web;

namespace SurvBot.Acceptance.Teams;

/// <summary>A person at Microsoft's Agents Playground, over the starter corpus. Skipped where that could not be restored, or there is no browser.</summary>
public sealed class PlaygroundTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ServedSurvBot served = new();

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "@microsoft")), "The Agents Playground was not restored: run npm ci in tests/peers/teams-playground.");
        Assert.SkipUnless(Browser.IsInstalled, "There is no chromium.");
        served.SurvBot.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        await served.StartAsync();
        // What a newcomer may ask first is found once; then the greeting comes at once.
        using var first = await served.Http.GetAsync(new Uri($"{served.Url}api/v1/start"), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task One_person_gets_a_streamed_answer_with_sources_to_hover_over_and_to_open()
    {
        var steps = await DriveAsync("--ask", "How much is SenseTime worth?", "--cite", "1", "--click", "sources", "--ask", "Who led it?", "--like", "Good dates", "--ask", "What was Tesla's revenue in 2031?", "--search", "SenseTime");
        var answer = Reply(steps[0]);
        answer.GetProperty("streamed").GetBoolean().ShouldBeTrue();
        answer.GetProperty("aiGenerated").GetBoolean().ShouldBeTrue();
        answer.GetProperty("feedback").GetBoolean().ShouldBeTrue();
        answer.GetProperty("citations").GetArrayLength().ShouldBeGreaterThanOrEqualTo(2);
        answer.GetProperty("text").GetString()!.ShouldContain("Sources disagree on the valuation of SenseTime");
        string popover = steps[1].GetProperty("popover").GetString()!;
        popover.ShouldContain("SurvBot brief, after ");
        popover.ShouldContain("2018");
        steps[2].GetProperty("type").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
        Reply(steps[3]).GetProperty("text").GetString()!.ShouldContain("Alibaba");
        (steps[4].GetProperty("status").GetInt32(), steps[4].GetProperty("body").GetRawText()).ShouldBe((200, "{}"));
        Reply(steps[5]).GetProperty("text").GetString()!.ShouldStartWith("I found nothing that answers this");
        steps[6].GetProperty("results").GetInt32().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("Group Chat")]
    [InlineData("General")]
    public async Task Those_who_mention_it_in_a_group_get_one_message(string chat)
    {
        var steps = await DriveAsync("--chat", chat, "--ask", "How much is SenseTime worth?", "--cite", "2");
        Reply(steps[0]).GetProperty("streamed").GetBoolean().ShouldBeFalse();
        Reply(steps[0]).GetProperty("citations").GetArrayLength().ShouldBeGreaterThanOrEqualTo(2);
        steps[1].GetProperty("popover").GetString()!.ShouldContain("2018");
    }

    public ValueTask DisposeAsync() => served.DisposeAsync();

    private static string Folder { get; } = FindFolder();

    private static string FindFolder()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            if (Path.Combine(above.FullName, "tests/peers/teams-playground") is var folder && Directory.Exists(folder))
                return folder;
        throw new DirectoryNotFoundException("There is no tests/peers/teams-playground above the tests.");
    }

    /// <summary>The part of a step's replies that is the answer itself: the Playground shows its card as a message of its own.</summary>
    private static JsonElement Reply(JsonElement step) => step.GetProperty("replies").EnumerateArray().First(reply => reply.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String);

    private async Task<List<JsonElement>> DriveAsync(params string[] steps)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[Path.Combine(Folder, "drive.mjs"), "--endpoint", $"{served.Url}api/messages", "--out", served.SurvBot.Folder, .. steps])
            start.ArgumentList.Add(argument);
        using var driver = Process.Start(start)!;
        var output = driver.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = driver.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await driver.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        driver.ExitCode.ShouldBe(0, $"{await output}\n{await errors}\n{served.Log}");
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}

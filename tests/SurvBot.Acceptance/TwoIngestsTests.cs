namespace SurvBot.Acceptance;

/// <summary>What others meet while an ingest is at work.</summary>
public sealed class TwoIngestsTests : IDisposable
{
    private const int Articles = 800;

    private readonly SurvBotProcess survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task A_second_ingest_is_refused_in_one_line_readers_are_served_and_the_first_goes_on()
    {
        string file = survbot.Write("news.jsonl", InventedNews.Lines(0, Articles));
        using var first = survbot.Start("ingest", file, "--each");
        (await first.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe($"added {InventedNews.Url(0)}");
        var ended = SurvBotProcess.FinishAsync(first);

        var runs = await Task.WhenAll(survbot.RunAsync("ingest", file), survbot.RunAsync("search", InventedNews.Title(0), "--json"));
        var (second, search) = (runs[0], runs[1]);
        first.HasExited.ShouldBeFalse("it must outlast the others, or they prove nothing");

        second.ShouldFailInOneLine().ShouldBe($"Another ingest is writing to {survbot.Data}; wait for it or use another --data folder.");
        second.Output.ShouldBeEmpty();
        search.Json[0].GetProperty("url").GetString().ShouldBe(InventedNews.Url(0));
        search.Errors.ShouldBeEmpty();
        (await ended).ExitCode.ShouldBe(0);
        (await ended).Errors.ShouldNotContain("in use");
        (await survbot.RunAsync("articles", "list", "--json")).Json.GetArrayLength().ShouldBe(Articles);
    }
}

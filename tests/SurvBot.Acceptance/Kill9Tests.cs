using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SurvBot.Acceptance;

/// <summary>An ingest that is killed without a word at moments that nobody chose.</summary>
public sealed class Kill9Tests : IDisposable
{
    private const int Articles = 60, Kills = 20;

    private readonly SurvBotProcess survbot = new();
    private readonly Random random;
    private string clean = "";
    private TimeSpan whole;

    public Kill9Tests()
    {
        int seed = Environment.TickCount;
        random = new Random(seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        survbot.Write("news.jsonl", [.. InventedNews.Lines(0, Articles), InventedNews.Line(Articles, text: 0)]);
        survbot.Write("queries.jsonl", [.. Enumerable.Range(0, 10).Select(i => $$"""{"id":{{i}},"question":"{{InventedNews.Title(i * 6)}}"}""")]);
    }

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task Twenty_kills_lose_nothing_that_was_reported_and_double_nothing()
    {
        await IngestCleanlyAsync();
        int kills = 0;
        for (int folder = 0; kills < Kills; folder++)
            kills += await KillUntilDoneAsync($"data-{folder}", Kills - kills);
    }

    private async Task IngestCleanlyAsync()
    {
        var watch = Stopwatch.StartNew();
        (await survbot.RunAsync("ingest", "news.jsonl", "--data", "clean", "--each")).Added.Count().ShouldBe(Articles + 1);
        whole = watch.Elapsed;
        clean = await ContentAsync("clean");
    }

    /// <summary>Kills one ingest after the other of one data folder until one reaches the end; gives how many were killed.</summary>
    private async Task<int> KillUntilDoneAsync(string data, int most)
    {
        var reported = new List<string>();
        for (int kills = 0; ; kills++)
        {
            var run = await IngestAsync(data, kills < most ? whole * random.NextDouble() : Timeout.InfiniteTimeSpan);
            reported.AddRange(run.Added);
            reported.ShouldBeUnique();
            var stored = await StoredAsync(data);
            stored.ShouldBeUnique();
            reported.Except(stored).ShouldBeEmpty($"reported, then lost by kill {kills} in {data}");
            if (run.ExitCode != 0)
                continue;
            (await ContentAsync(data)).ShouldBe(clean, $"{data} after {kills} kills");
            return kills;
        }
    }

    private async Task<SurvBotRun> IngestAsync(string data, TimeSpan life)
    {
        using var process = survbot.Start("ingest", "news.jsonl", "--data", data, "--each");
        var ended = SurvBotProcess.FinishAsync(process);
        if (await Task.WhenAny(ended, Task.Delay(life, TestContext.Current.CancellationToken)) != ended)
            process.Kill();
        var run = await ended;
        run.ExitCode.ShouldBeOneOf(0, 128 + 9);
        run.Errors.ShouldBeEmpty();
        return run;
    }

    private async Task<List<string>> StoredAsync(string data)
    {
        var run = await survbot.RunAsync("articles", "list", "--json", "--data", data);
        if (run.ExitCode == 0)
            return [.. run.Json.EnumerateArray().Select(article => article.GetProperty("url").GetString()!)];
        run.ShouldFailInOneLine().ShouldStartWith("There are no articles in ");
        return [];
    }

    /// <summary>All that a corpus and its index tell: the articles, which text is a copy of which, and scored search results.</summary>
    private async Task<string> ContentAsync(string data)
    {
        var list = await survbot.RunAsync("articles", "list", "--json", "--data", data);
        var copy = JsonNode.Parse((await survbot.RunAsync("articles", "show", InventedNews.Url(Articles), "--json", "--data", data)).Output)!;
        copy["independenceGroup"]!.ToString().ShouldNotBe(copy["id"]!.ToString());
        copy.AsObject().Remove("retrievedAt");
        (await survbot.RunAsync("search", "--batch", "queries.jsonl", "--out", $"{data}.jsonl", "--data", data)).ExitCode.ShouldBe(0);
        string results = await File.ReadAllTextAsync(Path.Combine(survbot.Folder, $"{data}.jsonl"), TestContext.Current.CancellationToken);
        results.ShouldContain("\"score\":");
        return $"{list.Output}{copy.ToJsonString()}\n{results}";
    }
}

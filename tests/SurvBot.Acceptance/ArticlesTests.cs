using System.Diagnostics;
using System.Text.Json;

namespace SurvBot.Acceptance;

/// <summary>From a file of articles to searches, answers and removal.</summary>
public sealed class ArticlesTests : IDisposable
{
    private const string Harbour = """{"url":"https://news.example/harbour","title":"Harbour cameras read faces","publisher":"CNN","publishedAt":"2018-04-09","language":"en","body":"The port of Larkhaven bought 300 cameras from Glimmer Vision in April. The harbour master said the cameras would only read number plates."}""";
    private const string Library = """{"url":"https://news.example/library","title":"Library drops its scanners","publisher":"The Verge","publishedAt":"2019-06","language":"en","body":"The library of Larkhaven removed its face scanners after readers protested. The council paid back 40,000 dollars."}""";

    private readonly SurvBotProcess survbot = new();

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task An_ingest_counts_what_came_in_and_finds_nothing_new_the_second_time()
    {
        string file = survbot.Write("news.jsonl", Harbour, Library, "{ broken");
        var first = await survbot.RunAsync("ingest", file, "--json");
        first.ExitCode.ShouldBe(0);
        Counts(first).ShouldBe((2, 0, 0, 1));
        Json(first).GetProperty("failures")[0].GetProperty("origin").GetString().ShouldEndWith("news.jsonl:3");

        var second = await survbot.RunAsync("ingest", file, "--json");
        Counts(second).ShouldBe((0, 0, 2, 1));
        Json(second).GetProperty("embedded").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_person_sees_the_counts_and_the_reasons()
    {
        var run = await survbot.RunAsync("ingest", survbot.Write("news.jsonl", Harbour, "{ broken"));
        run.Output.ShouldContain("added");
        run.Output.ShouldContain("1 × the line is not valid JSON");
    }

    [Fact]
    public async Task A_second_ingest_at_the_same_time_says_so()
    {
        string file = survbot.Write("news.jsonl", Harbour);
        await survbot.RunAsync("ingest", file);
        string data = Path.Combine(survbot.Folder, ".survbot");
        await using var other = new FileStream(Path.Combine(data, "corpus.db.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var run = await survbot.RunAsync("ingest", file);
        run.ErrorLines.ShouldContain($"Another ingest is writing to {data}; wait for it or use another --data folder.");
        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Ctrl_C_ends_an_ingest_with_what_is_safe_so_far()
    {
        string file = survbot.Write("news.jsonl", [.. Enumerable.Range(0, 3000).Select(i =>
            $$"""{"url":"https://news.example/{{i}}","title":"Camera {{i}}","body":"{{string.Concat(Enumerable.Repeat($"Camera {i} in street {i % 97} of Larkhaven saw number {i * 7} pass. ", 60))}}"}""")]);
        using var process = survbot.Start("ingest", file, "--json");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(Path.Combine(survbot.Folder, ".survbot", "corpus.db")) && !process.HasExited)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        Process.Start("kill", [SurvBotProcess.InterruptThatIsHeard(), process.Id.ToString()]).WaitForExit();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(130);
        int added = JsonElement.Parse(await output).GetProperty("added").GetInt32();
        added.ShouldBeLessThan(3000);
        Json(await survbot.RunAsync("articles", "list", "--json")).GetArrayLength().ShouldBeGreaterThanOrEqualTo(added);
    }

    [Fact]
    public async Task A_search_lists_articles_and_obeys_its_filters()
    {
        await survbot.RunAsync("ingest", survbot.Write("news.jsonl", Harbour, Library));
        Urls(await survbot.RunAsync("search", "Larkhaven cameras", "--json"))[0].ShouldBe("https://news.example/harbour");
        Urls(await survbot.RunAsync("search", "Larkhaven publisher:verge", "--json")).ShouldBe(["https://news.example/library"]);
        Urls(await survbot.RunAsync("search", "Larkhaven before:2019", "--json")).ShouldBe(["https://news.example/harbour"]);
        Urls(await survbot.RunAsync("search", "\"paid back 40,000\" Larkhaven", "--json")).ShouldBe(["https://news.example/library"]);
        Urls(await survbot.RunAsync("search", "Larkhaven", "--top", "1", "--json")).Count.ShouldBe(1);

        var unknown = await survbot.RunAsync("search", "x publisher:Nobody");
        unknown.ErrorLines.Count.ShouldBe(1);
        unknown.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_batch_of_searches_has_a_line_for_each_line_and_knows_what_each_question_could_know()
    {
        await survbot.RunAsync("ingest", survbot.Write("news.jsonl", Harbour, Library));
        string questions = survbot.Write("questions.jsonl",
            """{"id":"late","question":"What did Larkhaven remove?","asOf":null}""", "{ broken", """{"id":"early","question":"What did Larkhaven remove?","asOf":"2018"}""");
        var run = await survbot.RunAsync("search", "--batch", questions, "--out", "results.jsonl");
        run.ExitCode.ShouldBe(0);

        string[] lines = await File.ReadAllLinesAsync(Path.Combine(survbot.Folder, "results.jsonl"), TestContext.Current.CancellationToken);
        lines.Length.ShouldBe(3);
        ResultUrls(lines[0]).ShouldBe(["https://news.example/library", "https://news.example/harbour"], ignoreOrder: true);
        lines[1].ShouldBe("""{"id":null,"error":"line 2: not valid JSON"}""");
        ResultUrls(lines[2]).ShouldBe(["https://news.example/harbour"]);
        Directory.GetFiles(survbot.Folder, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_removed_article_is_gone_and_stays_away()
    {
        string file = survbot.Write("news.jsonl", Harbour, Library);
        await survbot.RunAsync("ingest", file);
        (await survbot.RunAsync("articles", "show", "https://news.example/library")).Output.ShouldContain("readers protested");

        var removal = await survbot.RunAsync("articles", "remove", "https://news.example/library?utm_source=x");
        removal.Output.ShouldContain("“Library drops its scanners”");
        Json(await survbot.RunAsync("articles", "list", "--json")).GetArrayLength().ShouldBe(1);
        (await survbot.RunAsync("articles", "show", "https://news.example/library")).ExitCode.ShouldBe(1);
        await survbot.RunAsync("ingest", file);
        Json(await survbot.RunAsync("articles", "list", "--json")).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_evaluation_of_retrieval_prints_its_figures()
    {
        await survbot.RunAsync("ingest", survbot.Write("news.jsonl", Harbour, Library));
        string questions = survbot.Write("questions.jsonl", """{"id":1,"question":"Who sold cameras to the port?","type":"single","answers":["Glimmer Vision"],"goldUrls":["https://news.example/harbour"]}""");
        var run = await survbot.RunAsync("eval", questions, "--retrieval-only", "--json", "--details", "details.jsonl");
        Json(run).GetProperty("retrieval").GetProperty("hitsAt1").GetDouble().ShouldBe(1);
        File.ReadAllText(Path.Combine(survbot.Folder, "details.jsonl")).ShouldContain("\"goldRanks\":[1]");
        (await survbot.RunAsync("eval", questions, "--retrieval-only")).Output.ShouldContain("Hits@4");
    }

    [Fact]
    public async Task The_doctor_is_content_with_articles_and_with_none()
    {
        (await survbot.RunAsync("doctor")).ExitCode.ShouldBe(0);
        Directory.GetFileSystemEntries(survbot.Folder).ShouldBeEmpty();
        await survbot.RunAsync("ingest", survbot.Write("news.jsonl", Harbour));
        var run = await survbot.RunAsync("doctor");
        run.Output.ShouldContain("1 articles");
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_doctor_says_when_nothing_can_be_answered()
    {
        Directory.CreateDirectory(Path.Combine(survbot.Folder, ".survbot"));
        survbot.Write(".survbot/corpus.db", "this is no database, however long one looks at it");
        var run = await survbot.RunAsync("doctor");
        run.Output.ShouldContain("✗ articles");
        run.ExitCode.ShouldBe(1);
    }

    private static (int Added, int Updated, int Unchanged, int Failed) Counts(SurvBotRun run)
    {
        var json = Json(run);
        int Of(string name) => json.GetProperty(name).GetInt32();
        return (Of("added"), Of("updated"), Of("unchanged"), Of("failed"));
    }

    private static JsonElement Json(SurvBotRun run) => JsonElement.Parse(run.Output);

    private static List<string> Urls(SurvBotRun run) => [.. Json(run).EnumerateArray().Select(result => result.GetProperty("url").GetString()!)];

    private static List<string> ResultUrls(string line) => [.. JsonElement.Parse(line).GetProperty("results").EnumerateArray().Select(result => result.GetProperty("url").GetString()!)];
}

namespace SurvBot.Acceptance;

/// <summary>A data folder that fails under the program.</summary>
public sealed class BrokenStorageTests : IDisposable
{
    private readonly SurvBotProcess survbot = new();

    public void Dispose() => survbot.Dispose();

    [Theory]
    [InlineData("search", "x")]
    [InlineData("articles", "list")]
    [InlineData("ask", "Who?")]
    [InlineData("ingest", "news.jsonl")]
    public async Task A_text_file_in_the_corpus_s_place_is_one_line(params string[] arguments)
    {
        survbot.Write("news.jsonl", InventedNews.Line(0));
        Directory.CreateDirectory(survbot.Data);
        survbot.Write(".survbot/corpus.db", "this is no database, however long one looks at it");
        (await survbot.RunAsync(arguments)).ShouldFailInOneLine().ShouldContain("is damaged or was not written by SurvBot: restore it from a backup, or move it away");
    }

    [Fact]
    public async Task A_corpus_with_noise_in_its_middle_is_one_line()
    {
        await survbot.RunAsync("ingest", survbot.Write("news.jsonl", InventedNews.Lines(0, 40)));
        string corpus = Path.Combine(survbot.Data, "corpus.db");
        byte[] content = await File.ReadAllBytesAsync(corpus, TestContext.Current.CancellationToken);
        new Random(3).NextBytes(content.AsSpan(content.Length / 4, content.Length / 2));
        await File.WriteAllBytesAsync(corpus, content, TestContext.Current.CancellationToken);

        survbot.Write("more.jsonl", InventedNews.Lines(40, 5));
        foreach (string[] arguments in (string[][])[["search", "harbour"], ["articles", "list", "--json"], ["ask", "Who?"], ["ingest", "news.jsonl", "more.jsonl"]])
            (await survbot.RunAsync(arguments)).ShouldFailInOneLine().ShouldContain("is damaged or was not written by SurvBot");
    }

    [Theory]
    [InlineData("search", "x")]
    [InlineData("ingest", "news.jsonl")]
    public async Task A_newer_program_s_corpus_is_left_alone(params string[] arguments)
    {
        await survbot.RunAsync("ingest", survbot.Write("news.jsonl", InventedNews.Line(0)));
        string corpus = Path.Combine(survbot.Data, "corpus.db");
        SetSchema(corpus, 99);
        byte[] before = await File.ReadAllBytesAsync(corpus, TestContext.Current.CancellationToken);

        (await survbot.RunAsync(arguments)).ShouldFailInOneLine().ShouldContain("has schema 99, but this program knows up to 3: use the newer SurvBot");
        (await File.ReadAllBytesAsync(corpus, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    [InlineData(200)]
    public async Task A_full_disk_is_one_line_and_what_was_reported_is_there_when_space_returns(int freeKilobytes)
    {
        using var disk = SmallDisk.Mount(survbot.Folder, megabytes: 16);
        string data = Path.Combine(disk.Folder, "data");
        survbot.Write("news.jsonl", InventedNews.Lines(0, 20));
        survbot.Write("more.jsonl", InventedNews.Lines(20, 100));
        var first = await survbot.RunAsync("ingest", "news.jsonl", "--data", data, "--each");
        disk.Fill(freeKilobytes);

        var full = await survbot.RunAsync("ingest", "more.jsonl", "--data", data, "--each");
        full.ShouldFailInOneLine().ShouldBe($"The disk that holds {Path.Combine(data, "corpus.db")} is full: free some space and run again; what was reported is safe.");
        disk.Empty();

        var stored = (await survbot.RunAsync("articles", "list", "--json", "--data", data)).Json.EnumerateArray().Select(article => article.GetProperty("url").GetString()).ToList();
        first.Added.Concat(full.Added).Except(stored).ShouldBeEmpty();
        var again = await survbot.RunAsync("ingest", "more.jsonl", "--data", data, "--each");
        again.ErrorLines.ShouldBeEmpty();
        (again.Added.Count() + stored.Count).ShouldBe(120);
    }

    [Fact]
    public async Task A_disk_that_is_full_from_the_start_is_one_line()
    {
        using var disk = SmallDisk.Mount(survbot.Folder, megabytes: 1);
        disk.Fill(freeKilobytes: 8);
        survbot.Write("news.jsonl", InventedNews.Line(0));
        string data = Path.Combine(disk.Folder, "data");
        (await survbot.RunAsync("ingest", "news.jsonl", "--data", data)).ShouldFailInOneLine().ShouldContain("full");
        disk.Empty();
        (await survbot.RunAsync("ingest", "news.jsonl", "--data", data, "--each")).Added.Count().ShouldBe(1);
    }

    // https://www.sqlite.org/fileformat.html: user_version is the big-endian number at offset 60.
    private static void SetSchema(string corpus, byte version)
    {
        File.Exists(corpus + "-wal").ShouldBeFalse("the log would win over the file");
        using var file = File.OpenWrite(corpus);
        file.Position = 63;
        file.WriteByte(version);
    }
}

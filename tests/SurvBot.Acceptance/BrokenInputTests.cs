using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace SurvBot.Acceptance;

/// <summary>Files that are not what they should be cost themselves only.</summary>
public sealed class BrokenInputTests : IDisposable
{
    private const int HugeLine = 200 * 1024 * 1024, MostMemory = 300 * 1024 * 1024;

    private readonly SurvBotProcess survbot = new();
    private readonly string input;

    public BrokenInputTests() => input = Directory.CreateDirectory(Path.Combine(survbot.Folder, "input")).FullName;

    public void Dispose() => survbot.Dispose();

    [Fact]
    public async Task Each_broken_file_is_one_line_and_the_articles_around_it_are_kept()
    {
        var (noise, packed) = (new byte[50_000], Gzip(InventedNews.Lines(40, 400)));
        new Random(1).NextBytes(noise);
        Write("a-good.jsonl", Utf8(InventedNews.Lines(0, 2)));
        Write("b-empty.jsonl", []);
        Write("c-binary.jsonl", noise);
        Write("d-binary.txt", noise);
        Write("e-binary.jsonl.gz", noise);
        Write("f-invalid.jsonl", Utf8(InventedNews.Line(2), "{\"url\": oops", "[1, 2]", InventedNews.Line(3)));
        Write("g-utf16.jsonl", new UnicodeEncoding(false, false).GetBytes(string.Join('\n', InventedNews.Lines(4, 3))));
        Write("h-latin1.jsonl", [.. Utf8(InventedNews.Line(7)), .. Encoding.Latin1.GetBytes("""{"url":"https://news.example/cafe","title":"Café","body":"Der Käse am Café."}""" + "\n"), .. Utf8(InventedNews.Line(8))]);
        Write("i-cut.jsonl.gz", packed[..(packed.Length / 2)]);
        Write("j-good.jsonl", Utf8(InventedNews.Lines(9, 2)));

        var run = await survbot.RunAsync("ingest", "input", "--json");

        run.ExitCode.ShouldBe(0);
        run.Errors.ShouldNotContain("   at ");
        Failures(run).ShouldBe([
            "b-empty.jsonl: the file is empty",
            "c-binary.jsonl: the file is binary, not JSON lines",
            "d-binary.txt: the file is binary, not text",
            "e-binary.jsonl.gz: the compressed data are damaged or cut off: what stands before is kept, the rest is lost",
            "f-invalid.jsonl:2: the line is not valid JSON (at byte 9)",
            "f-invalid.jsonl:3: the line is a list, not a JSON object",
            "g-utf16.jsonl: the file is binary, not JSON lines",
            "h-latin1.jsonl:2: the line is not UTF-8",
            "i-cut.jsonl.gz: the compressed data are damaged or cut off: what stands before is kept, the rest is lost",
        ]);
        var stored = await StoredAsync();
        stored.Count.ShouldBe(run.Json.GetProperty("added").GetInt32());
        new[] { 0, 1, 2, 3, 7, 8, 9, 10, 40, 41 }.Select(InventedNews.Url).Except(stored).ShouldBeEmpty();
        new[] { 4, 5, 6 }.Select(InventedNews.Url).Intersect(stored).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_of_200_MB_is_skipped_in_little_memory(bool compressed)
    {
        string name = compressed ? "huge.jsonl.gz" : "huge.jsonl";
        await using (var file = File.Create(Path.Combine(input, name)))
        await using (var target = compressed ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file)
            WriteHugeLine(target);

        using var process = survbot.Start("ingest", "input", "--json");
        var peak = PeakMemoryAsync(process);
        var run = await SurvBotProcess.FinishAsync(process);

        Failures(run).ShouldBe([$"{name}:2: the line is longer than 10 MB"]);
        (await StoredAsync()).ShouldBe([InventedNews.Url(0), InventedNews.Url(1)], ignoreOrder: true);
        (await peak).ShouldBeLessThan(MostMemory);
    }

    [Fact]
    public async Task What_may_not_be_read_is_one_line_and_the_rest_is_kept()
    {
        OtherUser.Become(survbot);
        Write("a-good.jsonl", Utf8(InventedNews.Line(0)));
        Write("b-secret.jsonl", Utf8(InventedNews.Line(1)));
        Directory.CreateDirectory(Path.Combine(input, "c-secret"));
        Write("c-secret/d.jsonl", Utf8(InventedNews.Line(2)));
        using var file = OtherUser.Refuse(Path.Combine(input, "b-secret.jsonl"));
        using var folder = OtherUser.Refuse(Path.Combine(input, "c-secret"));

        var run = await survbot.RunAsync("ingest", "input", "--json");

        run.ExitCode.ShouldBe(0);
        Failures(run).ShouldBe(["b-secret.jsonl: the file cannot be read: permission denied", "c-secret: the folder cannot be read: permission denied"], ignoreOrder: true);
        (await StoredAsync()).ShouldBe([InventedNews.Url(0)]);
    }

    [Fact]
    public async Task A_data_folder_that_may_not_be_written_is_one_line()
    {
        OtherUser.Become(survbot);
        Write("good.jsonl", Utf8(InventedNews.Line(0)));
        string closed = Directory.CreateDirectory(Path.Combine(survbot.Folder, "closed")).FullName;
        using var refusal = OtherUser.Refuse(closed);
        foreach (string data in new[] { closed, Path.Combine(closed, "deeper") })
            (await survbot.RunAsync("ingest", "input", "--data", data)).ShouldFailInOneLine().ShouldContain("--data folder");
    }

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(input, name), content);

    private static byte[] Utf8(params string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static byte[] Gzip(params string[] lines)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
            zip.Write(Utf8(lines));
        return packed.ToArray();
    }

    private static void WriteHugeLine(Stream target)
    {
        byte[] block = Encoding.UTF8.GetBytes(new string('a', 1024 * 1024));
        target.Write(Utf8(InventedNews.Line(0)));
        for (int written = 0; written < HugeLine; written += block.Length)
            target.Write(block);
        target.Write(Utf8("", InventedNews.Line(1)));
    }

    /// <summary>The most memory the process ever held, as the kernel counts it.</summary>
    private static async Task<long> PeakMemoryAsync(Process process)
    {
        string status = $"/proc/{process.Id}/status";
        Assert.SkipUnless(File.Exists(status), "this system has no /proc to read a process's memory from");
        long peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, ReadPeak(status));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        peak.ShouldBeGreaterThan(0);
        return peak;
    }

    private static long ReadPeak(string status)
    {
        try
        {
            string? line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) * 1024;
        }
        catch (IOException) // it has just ended
        {
            return 0;
        }
    }

    private static List<string> Failures(SurvBotRun run) => [.. run.Json.GetProperty("failures").EnumerateArray().Select(failure =>
        $"{failure.GetProperty("origin").GetString()!.Split("/input/")[^1]}: {failure.GetProperty("reason").GetString()}")];

    private async Task<List<string>> StoredAsync() =>
        [.. (await survbot.RunAsync("articles", "list", "--json")).Json.EnumerateArray().Select(article => article.GetProperty("url").GetString()!)];
}

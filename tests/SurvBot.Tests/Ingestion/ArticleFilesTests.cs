using System.Text;
using System.Text.Json;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Tests.Ingestion;

public sealed class ArticleFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_json_line_becomes_a_draft_with_every_field()
    {
        string path = _folder.Write("a.jsonl", """
            {"url":"https://www.cnn.com/a?utm_source=x","title":" Cameras  return ","publisher":"cnn.com","author":"Ada Lee","publishedAt":"2021-03","updatedAt":"2021-03-05T10:00:00+02:00","language":"en_us","body":"One.\n\nTwo  spaces.","related":[1]}
            """);

        var draft = (await TemporaryFolder.ReadAsync(path)).ShouldHaveSingleItem().ShouldBeOfType<ArticleRead>().Draft;

        draft.ShouldBe(new ArticleDraft
        {
            Url = "https://www.cnn.com/a",
            Title = "Cameras return",
            Publisher = "CNN",
            Author = "Ada Lee",
            PublishedAt = PartialDate.OfMonth(2021, 3),
            UpdatedAt = PartialDate.OfInstant(new DateTimeOffset(2021, 3, 5, 8, 0, 0, TimeSpan.Zero)),
            Language = "en-US",
            SourceKind = SourceKind.Independent,
            Body = "One.\n\nTwo  spaces.",
            Origin = $"{path}:1",
        });
    }

    [Theory]
    [InlineData("""{"title":"T","body":"B"}""", "\"url\" is missing")]
    [InlineData("""{"url":"/a","title":"T","body":"B"}""", "\"url\" is not a web address: \"/a\"")]
    [InlineData("""{"url":"https://a.example/","title":"T"}""", "no text: \"body\" is missing or empty")]
    [InlineData("""{"url":"https://a.example/","title":"T","body":" "}""", "no text: \"body\" is missing or empty")]
    [InlineData("""{"url":"https://a.example/","title":7,"body":"B"}""", "\"title\" is a number, not a text")]
    [InlineData("""{"url":"https://a.example/","title":"T","body":["B"]}""", "\"body\" is a list, not a text")]
    [InlineData("""{"url":"https://a.example/","body":"\ud800"}""", "\"body\" has broken characters")]
    [InlineData("""{"url":"https://a.example/","body":"B","publishedAt":"soon"}""", "\"publishedAt\" is not a date: \"soon\"")]
    [InlineData("""{"url":"https://a.example/","body":"B","publishedAt":"2021-02-30"}""", "\"publishedAt\" is not a date: \"2021-02-30\"")]
    [InlineData("""{"url":"https://a.example/","body":"B","sourceKind":"friend"}""", "\"sourceKind\" is \"friend\", which is none of independent, wire, vendor, official, court, ngo, academic, stateMedia, brief")]
    [InlineData("""[1]""", "the line is a list, not a JSON object")]
    [InlineData("""{"url":""", "the line is not valid JSON (at byte 8)")]
    public async Task A_bad_line_is_one_failure_that_says_why_and_the_next_line_is_read(string line, string reason)
    {
        string path = _folder.Write("a.jsonl", $"\n{line}\n{Line("https://a.example/2")}\n");

        var outcomes = await TemporaryFolder.ReadAsync(path);

        outcomes.Count.ShouldBe(2);
        var failure = outcomes[0].ShouldBeOfType<ReadFailure>();
        (failure.Origin, failure.Reason).ShouldBe(($"{path}:2", reason));
        outcomes[1].ShouldBeOfType<ArticleRead>();
    }

    [Fact]
    public async Task A_line_without_a_title_takes_the_first_sentence()
    {
        string path = _folder.Write("a.jsonl", """{"url":"https://a.example/","body":"Dr. Lee said no. She left."}""");

        (await ReadDraftsAsync(path)).ShouldHaveSingleItem().Title.ShouldBe("Dr. Lee said no.");
    }

    [Fact]
    public async Task A_source_kind_in_the_data_wins_over_the_publishers()
    {
        string path = _folder.Write("a.jsonl", """{"url":"https://www.cnn.com/a","title":"T","body":"B","sourceKind":"brief"}""");

        (await ReadDraftsAsync(path)).ShouldHaveSingleItem().SourceKind.ShouldBe(SourceKind.Brief);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_refused_instead_of_replaced()
    {
        byte[] bytes = [.. Encoding.Latin1.GetBytes("{\"url\":\"https://a.example/\",\"body\":\"caf\u00e9\"}\n"), .. Encoding.UTF8.GetBytes(Line("https://a.example/2"))];
        string path = _folder.Write("a.jsonl", bytes);

        var outcomes = await TemporaryFolder.ReadAsync(path);

        outcomes[0].ShouldBeOfType<ReadFailure>().Reason.ShouldBe("the line is not UTF-8");
        outcomes[1].ShouldBeOfType<ArticleRead>();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_byte_order_mark_is_understood(string encodingName)
    {
        var encoding = Encoding.GetEncoding(encodingName);
        string path = _folder.Write("a.jsonl", [.. encoding.Preamble, .. encoding.GetBytes($"{Line("https://a.example/1")}\r\n{Line("https://a.example/2")}\r\n")]);

        (await ReadDraftsAsync(path)).Select(d => d.Title).ShouldBe(["Häuser", "Häuser"]);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_skipped_to_its_end()
    {
        string path = System.IO.Path.Combine(_folder.Path, "a.jsonl");
        await using (var file = File.Create(path))
        {
            byte[] filler = new byte[1024 * 1024];
            filler.AsSpan().Fill((byte)'x');
            for (int i = 0; i < 12; i++)
                await file.WriteAsync(filler, TestContext.Current.CancellationToken);
            await file.WriteAsync(Encoding.UTF8.GetBytes("\n" + Line("https://a.example/2")), TestContext.Current.CancellationToken);
        }

        var outcomes = await TemporaryFolder.ReadAsync(path);

        outcomes.Count.ShouldBe(2);
        outcomes[0].ShouldBeOfType<ReadFailure>().Reason.ShouldBe("the line is longer than 10 MB");
        outcomes[1].ShouldBeOfType<ArticleRead>().Origin.ShouldBe($"{path}:2");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_not_cut()
    {
        string path = _folder.Write("a.jsonl", Line("https://a.example/1", new string('x', 1_000_001)));

        (await TemporaryFolder.ReadAsync(path)).ShouldHaveSingleItem().ShouldBeOfType<ReadFailure>().Reason
            .ShouldBe("the text is too long: 1,000,001 characters, at most 1,000,000 are taken");
    }

    [Theory]
    [InlineData("a.jsonl", "the file is binary, not JSON lines")]
    [InlineData("a.txt", "the file is binary, not text")]
    [InlineData("a.html", "the file is binary, not a web page")]
    public async Task A_binary_file_is_one_failure(string name, string reason)
    {
        byte[] bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        string path = _folder.Write(name, bytes);

        (await TemporaryFolder.ReadAsync(path)).ShouldHaveSingleItem().ShouldBeOfType<ReadFailure>().Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task A_file_that_is_no_json_ends_early()
    {
        string path = _folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("not json\n", 5000)));

        var outcomes = await TemporaryFolder.ReadAsync(path);

        outcomes.Count.ShouldBe(21);
        outcomes[^1].ShouldBeOfType<ReadFailure>().Reason.ShouldContain("the rest of the file is skipped");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_stands_before_the_damage_in_a_compressed_file_is_kept(bool cutOff)
    {
        var random = new Random(7);
        byte[] bytes = TemporaryFolder.Compress(string.Join('\n', Enumerable.Range(0, 200).Select(i => Line($"https://a.example/{i}", Noise(random)))));
        if (cutOff)
            bytes = bytes[..(bytes.Length / 2)];
        else
            bytes.AsSpan(bytes.Length / 2, 64).Fill(0xFF);
        string path = _folder.Write("a.jsonl.gz", bytes);

        var outcomes = await TemporaryFolder.ReadAsync(path);

        outcomes.OfType<ArticleRead>().Count().ShouldBeInRange(50, 150);
        outcomes[^1].ShouldBeOfType<ReadFailure>().Reason.ShouldBe("the compressed data are damaged or cut off: what stands before is kept, the rest is lost");
    }

    [Fact]
    public async Task A_folder_is_read_in_order_without_hidden_and_other_files_and_with_growing_progress()
    {
        _folder.Write("b.jsonl", Line("https://a.example/b"));
        _folder.Write("a/z.jsonl.gz", TemporaryFolder.Compress(Line("https://a.example/az")));
        _folder.Write("a/deep/y.ndjson", Line("https://a.example/ay"));
        _folder.Write("c/x.jsonl", Line("https://a.example/c"));
        _folder.Write(".hidden/h.jsonl", Line("https://a.example/h"));
        _folder.Write(".h.jsonl", Line("https://a.example/h"));
        _folder.Write("notes.docx", "no article");

        var outcomes = await TemporaryFolder.ReadAsync(_folder.Path);

        outcomes.Cast<ArticleRead>().Select(a => a.Draft.Url[^2..]).ShouldBe(["/b", "az", "ay", "/c"]);
        outcomes.Select(o => o.BytesRead).ShouldBeInOrder();
        outcomes[^1].BytesRead.ShouldBe(outcomes[^1].BytesTotal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_one_failure_each()
    {
        string empty = _folder.Write("empty.jsonl", "");
        string other = _folder.Write("notes.docx", "no article");
        string missing = System.IO.Path.Combine(_folder.Path, "missing.jsonl");

        var outcomes = await TemporaryFolder.ReadAsync(missing, other, empty);

        outcomes.Cast<ReadFailure>().Select(f => (f.Origin, f.Reason)).ShouldBe(
        [
            (missing, "there is no such file or folder"),
            (other, "this kind of file is not read; the kinds are .jsonl .ndjson .jsonl.gz .ndjson.gz .html .htm .xhtml .md .markdown .txt .pdf"),
            (empty, "the file is empty"),
        ]);
    }

    [Fact]
    public async Task Links_that_lead_in_circles_end()
    {
        _folder.Write("a/a.jsonl", Line("https://a.example/1"));
        Directory.CreateSymbolicLink(System.IO.Path.Combine(_folder.Path, "a", "up"), _folder.Path);
        string self = System.IO.Path.Combine(_folder.Path, "self.jsonl");
        File.CreateSymbolicLink(self, self);

        var outcomes = await TemporaryFolder.ReadAsync(_folder.Path);

        outcomes.OfType<ArticleRead>().ShouldHaveSingleItem();
        outcomes.OfType<ReadFailure>().ShouldHaveSingleItem().Origin.ShouldBe(self);
    }

    [Fact]
    public async Task A_link_to_a_device_that_never_ends_is_taken_for_an_empty_file()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero here.");
        File.CreateSymbolicLink(System.IO.Path.Combine(_folder.Path, "zero.txt"), "/dev/zero");

        (await TemporaryFolder.ReadAsync(_folder.Path)).ShouldHaveSingleItem().ShouldBeOfType<ReadFailure>().Reason.ShouldBe("the file is empty");
    }

    [Fact]
    public async Task Markdown_with_front_matter_becomes_an_article()
    {
        string path = _folder.Write("a.md", """
            ---
            url: https://www.eff.org/deeplinks/1
            author: [Ada Lee, "Bo Ray"]
            date: April 11, 2018
            ---
            # Cameras *return* &amp; stay

            The council met
            on [Monday](https://a.example).

            - one
            - two
            """);

        var draft = (await ReadDraftsAsync(path)).ShouldHaveSingleItem();

        (draft.Url, draft.Title, draft.Publisher, draft.Author).ShouldBe(("https://www.eff.org/deeplinks/1", "Cameras return & stay", "Electronic Frontier Foundation", "Ada Lee, Bo Ray"));
        (draft.PublishedAt, draft.SourceKind).ShouldBe((PartialDate.OfDay(2018, 4, 11), SourceKind.Ngo));
        draft.Body.ShouldBe("The council met on Monday.\n\none\n\ntwo");
    }

    [Fact]
    public async Task Plain_text_takes_its_first_line_as_title_and_the_file_as_address()
    {
        string path = _folder.Write("a.txt", "Cameras return\n\nThe council met\non Monday.\n\nIt left.\n");

        var draft = (await ReadDraftsAsync(path)).ShouldHaveSingleItem();

        (draft.Url, draft.Title, draft.Publisher, draft.Body).ShouldBe((new Uri(path).AbsoluteUri, "Cameras return", null, "The council met on Monday.\n\nIt left."));
    }

    [Theory]
    [InlineData("Skip to main content\n\nMenu\nCameras return\n\nThe council met.\n", "Cameras return", "The council met.")]
    [InlineData("Search for missing boy\n\nThe council met.\n", "Search for missing boy", "The council met.")]
    [InlineData("Menu\n", null, "Menu")]
    public async Task What_stood_above_the_story_is_no_title(string text, string? title, string body)
    {
        var draft = (await ReadDraftsAsync(_folder.Write("a.txt", text))).ShouldHaveSingleItem();

        draft.Body.ShouldBe(body);
        if (title is not null)
            draft.Title.ShouldBe(title);
    }

    private static async Task<IEnumerable<ArticleDraft>> ReadDraftsAsync(string path) =>
        (await TemporaryFolder.ReadAsync(path)).Select(o => o.ShouldBeOfType<ArticleRead>().Draft);

    private static string Line(string url, string body = "Some words.") => JsonSerializer.Serialize(new { url, title = "Häuser", body });

    private static string Noise(Random random) => new([.. Enumerable.Range(0, 2000).Select(_ => (char)random.Next('a', 'z'))]);
}

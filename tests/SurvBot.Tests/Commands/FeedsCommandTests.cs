using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Bot.Commands;
using SurvBot.Corpus.Fetching;
using SurvBot.Tests.Feeds.Following;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class FeedsCommandTests : IDisposable
{
    private const string List = """<opml version="2.0"><body><outline text="Rights"><outline text="A" xmlUrl="https://a.example/feed"/><outline text="x" xmlUrl="ftp://b.example/"/></outline></body></opml>""";

    private readonly PlainConsole output = new(width: 400);
    private readonly PlainConsole errors = new();
    private readonly TemporaryCorpus corpus = new();
    private readonly ScriptedServers servers = new();

    private string Folder => Path.GetDirectoryName(corpus.FilePath)!;

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        corpus.Dispose();
    }

    [Fact]
    public async Task A_feed_is_followed_listed_once_and_removed()
    {
        (await RunAsync("feeds", "add", "https://A.example:443/feed#top", "https://b.example/")).ShouldBe(0);
        (await RunAsync("feeds", "add", "https://a.example/feed")).ShouldBe(0);
        (await RunAsync("feeds", "list")).ShouldBe(0);
        (await RunAsync("feeds", "remove", "https://a.example/feed")).ShouldBe(0);
        (await RunAsync("feeds", "remove", "https://a.example/feed")).ShouldBe(1);

        output.Text.ShouldBe("""
            Following 2 new feeds.
            Following 0 new feeds; 1 followed already.
            https://a.example/feed
            https://b.example/
            https://a.example/feed is not followed any more; its articles stay.

            """.ReplaceLineEndings("\n"));
        errors.Text.ShouldBe("https://a.example/feed is not followed: 'survbot feeds list' names all.\n");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://me:secret@a.example/")]
    [InlineData("news")]
    public async Task What_is_no_address_is_not_followed(string address)
    {
        (await RunAsync("feeds", "add", address)).ShouldBe(2);
        (await RunAsync("feeds", "list")).ShouldBe(0);
        output.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_and_an_import_tells_what_it_left_out()
    {
        await WriteAsync("list.opml", List);
        (await RunAsync("feeds", "import", "list.opml", "--dry-run")).ShouldBe(0);
        (await RunAsync("feeds", "list", "--json")).ShouldBe(0);
        (await RunAsync("feeds", "import", "list.opml")).ShouldBe(0);

        output.Text.ShouldBe("new: https://a.example/feed “A”\n[]\nFollowing 1 new feed.\n");
        errors.Text.ShouldContain("Left out: \"ftp://b.example/\" is not a web address.\nNothing was changed; would follow 1 new feed.\n");
    }

    [Fact]
    public async Task What_is_exported_can_be_imported()
    {
        await WriteAsync("list.opml", List);
        await RunAsync("feeds", "import", "list.opml");
        int told = output.Text.Length;
        await RunAsync("feeds", "export");
        await WriteAsync("again.opml", output.Text[told..]);

        (await RunAsync("feeds", "import", "again.opml")).ShouldBe(0);

        output.Text.ShouldEndWith("Following 0 new feeds; 1 followed already.\n");
    }

    [Fact]
    public async Task What_is_no_list_is_refused_in_one_line()
    {
        await WriteAsync("list.opml", "hello");

        (await RunAsync("feeds", "import", "list.opml")).ShouldBe(1);

        errors.Text.ShouldBe("list.opml cannot be imported: it is no list of feeds (OPML): it begins with \"hello\".\n");
    }

    [Fact]
    public async Task Status_tells_when_a_feed_is_polled_next()
    {
        await RunAsync("feeds", "add", "https://a.example/feed");
        int told = output.Text.Length;

        (await RunAsync("feeds", "status", "--json")).ShouldBe(0);

        var feed = JsonDocument.Parse(output.Text[told..]).RootElement[0];
        feed.GetProperty("health").GetString().ShouldBe("new");
        feed.GetProperty("yield").GetProperty("taken").GetInt32().ShouldBe(0);
        feed.TryGetProperty("nextPoll", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_check_gives_a_line_for_each_feed_and_goes_on_after_a_bad_one()
    {
        await WriteAsync("feeds/a.xml", "<rss version='2.0'><channel><title>Herald</title><item><title>One</title><link>/1</link><author>ada@news.example (Ada)</author><pubDate>Wed, 11 Apr 2018 08:30:00 GMT</pubDate></item></channel></rss>");
        await WriteAsync("feeds/b.xml", "<note/>");

        (await RunAsync("feeds", "check", "feeds", "--json", "--origin", "https://news.example/feed")).ShouldBe(1);

        output.Text.ShouldBe(string.Join('\n',
            """{"file":"feeds/a.xml","status":"ok","format":"RSS 2.0","title":"Herald","items":1,"firstItem":{"title":"One","link":"https://news.example/1","published":"2018-04-11T08:30:00Z","author":"Ada (ada@news.example)"}}""",
            """{"file":"feeds/b.xml","status":"error","reason":"it is XML, but no feed: its outermost element is \"note\""}""", ""));
    }

    [Fact]
    public async Task A_poll_takes_in_what_is_announced_and_tells_which_feed_failed()
    {
        const string Herald = "https://a.example/feed", Broken = "https://b.example/feed", One = "https://a.example/1";
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One", null));
        servers[Broken] = _ => new FetchFailure("the host does not answer");
        servers[One] = _ => ScriptedServers.Page(One);
        await RunAsync("feeds", "add", Herald, Broken);
        int told = output.Text.Length;

        (await RunAsync("feeds", "poll")).ShouldBe(0);
        (await RunAsync("feeds", "poll", "--json")).ShouldBe(0);

        output.Text[told..].ShouldBe($$"""
            added {{One}}
            2 feeds polled, 1 failed; articles: 1 added, 0 updated, 0 left out.
            {"polled":0,"failed":0,"announced":0,"added":0,"updated":0,"unchanged":0,"leftOut":0}

            """.ReplaceLineEndings("\n"));
        errors.Text.ShouldContain($"{Broken}: failed, the host does not answer\n");
        servers.Asked(One).ShouldBe(1);
    }

    private async Task WriteAsync(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
    }

    private Task<int> RunAsync(params string[] arguments) => new CommandRunner(new CommandEnvironment
    {
        Output = output.Console,
        Errors = errors.Console,
        Clock = TimeProvider.System,
        CurrentDirectory = Folder,
        Variable = _ => null,
        Replace = services => services.AddSingleton<Func<FetchRequest, CancellationToken, Task<FetchOutcome>>>(servers.FetchAsync),
    }).RunAsync([.. arguments, "--data", Folder], TestContext.Current.CancellationToken);
}

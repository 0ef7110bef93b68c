using SurvBot.Answers;
using SurvBot.Answers.Timelines;
using SurvBot.Answers.Tools;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Tools;

public sealed class CorpusToolsTests
{
    private static readonly ArticleDraft[] News =
    [
        Newsroom.Draft("schools", "York bought forty cameras for its schools.\n\nNobody was asked about the cameras.", "2018-04-09"),
        Newsroom.Draft("ban", "Leeds banned cameras in March 2019. The cameras were sold.", "2019-03-20", "CNN"),
        Newsroom.Draft("brief", "Hull tried cameras at its port.", "2020-02", "Wired") with { SourceKind = SourceKind.Brief },
        Newsroom.Draft("file", "Some cameras were never paid for.", null, null) with { Url = "file:///srv/ada/notes.md" },
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_gives_the_best_passage_of_each_article_with_its_place_and_whom_to_name()
    {
        using var newsroom = await Newsroom.OpenAsync(News);
        var found = await newsroom.Tools.SearchAsync("cameras in schools", null, null, null, null, Stop);
        found.Passages.Count.ShouldBe(4);
        var best = found.Passages[0];
        best.Article.ShouldBe(new ArticleReference
        {
            Id = ArticleId.FromCanonicalUrl("https://news.example/schools"),
            Url = "https://news.example/schools",
            Title = "The schools story",
            Publisher = "The Verge",
            PublishedAt = PartialDate.OfDay(2018, 4, 9),
            SourceKind = SourceKind.Independent,
            Attribution = "The Verge, 9 Apr 2018",
        });
        (await newsroom.ArticlesAsync())[best.Article.Id].Body[best.Start..best.End].ShouldBe(best.Text);
    }

    [Fact]
    public async Task A_brief_is_never_attributed_to_the_publisher_and_a_file_never_shows_its_path()
    {
        using var newsroom = await Newsroom.OpenAsync(News);
        var found = (await newsroom.Tools.SearchAsync("cameras", null, null, null, null, Stop)).Passages.Select(passage => passage.Article).ToList();
        found.Single(article => article.SourceKind == SourceKind.Brief).Attribution.ShouldBe("SurvBot brief, after Wired, Feb 2020");
        var file = found.Single(article => article.PublishedAt is null);
        (file.Url, file.Attribution).ShouldBe((null, ""));
        (await newsroom.Tools.ArticleAsync(file.Id.Value, null, Stop)).Text.ShouldBe("Some cameras were never paid for.");
        var told = await newsroom.Tools.TimelineAsync("Hull", null, Stop);
        told.Citations.ShouldHaveSingleItem().Article.Attribution.ShouldBe("SurvBot brief, after Wired, Feb 2020");
    }

    [Theory]
    [InlineData("2019", null, null, "ban brief")]
    [InlineData(null, "2018", null, "schools")]
    [InlineData("2018-04-09", "2018-04-09", null, "schools")]
    [InlineData(null, null, "cnn.com", "ban")]
    public async Task A_search_keeps_to_dates_and_publishers(string? from, string? to, string? publisher, string expected)
    {
        using var newsroom = await Newsroom.OpenAsync(News);
        var found = await newsroom.Tools.SearchAsync("cameras", from, to, publisher is null ? null : [publisher], null, Stop);
        found.Passages.Select(passage => passage.Article.Url!.Split('/')[^1]).Order().ShouldBe(expected.Split(' '));
    }

    [Fact]
    public async Task An_article_is_found_by_its_id_and_by_its_address_and_comes_in_parts_that_make_it_whole()
    {
        // The camera of two UTF-16 units stands across the place where the first part is full.
        string body = "x" + string.Concat(Enumerable.Range(0, 9000).Select(i => i % 7 == 6 ? "\U0001F4F7" : "word "));
        using var newsroom = await Newsroom.OpenAsync([Newsroom.Draft("long", body)]);
        string read = "";
        for (int start = 0; start == 0 || start < body.Length; start = read.Length)
        {
            var part = await newsroom.Tools.ArticleAsync(start == 0 ? "https://NEWS.example/long?utm_source=x#top" : Some.Id("long").Value, start, Stop);
            (part.Start, part.End, part.Length).ShouldBe((start, start + part.Text.Length, body.Length));
            part.Text.Length.ShouldBeInRange(1, 20_000);
            char.IsLowSurrogate(part.Text[0]).ShouldBeFalse();
            read += part.Text;
        }
        read.ShouldBe(body);
    }

    [Fact]
    public async Task A_timeline_gives_dated_entries_and_numbered_citations()
    {
        using var newsroom = await Newsroom.OpenAsync(News);
        var told = await newsroom.Tools.TimelineAsync("Leeds", null, Stop);
        var entry = told.Entries.ShouldHaveSingleItem();
        (entry.Date.ToString(), entry.Text, entry.Clock).ShouldBe(("2019-03", "Leeds banned cameras in March 2019.", TimelineClock.Event));
        var cited = told.Citations.ShouldHaveSingleItem();
        (cited.N, cited.Article.Attribution, cited.Quotes[0]).ShouldBe((entry.Citations[0], "CNN, 20 Mar 2019", new Quote("Leeds banned cameras in March 2019.", 0, 35)));
        (await newsroom.Tools.TimelineAsync("Leeds", "2018", Stop)).Entries.ShouldHaveSingleItem().Change.ShouldBe(TimelineChange.New);
    }

    [Fact]
    public async Task A_timeline_without_entries_says_why()
    {
        using var newsroom = await Newsroom.OpenAsync(News);
        var told = await newsroom.Tools.TimelineAsync("Rekognition", null, Stop);
        told.Entries.ShouldBeEmpty();
        told.Nothing.ShouldNotBeNull().ShouldStartWith("I found nothing that answers this");
    }

    [Theory]
    [InlineData(" ", null, null, 5, "\"query\" is empty.")]
    [InlineData("cameras", "soon", null, 5, "\"from\" is not a date: write 2018, 2018-04, 2018-04-11 or an ISO 8601 instant.")]
    [InlineData("cameras", "2020", "2019", 5, "Nothing lies between \"from\" and \"to\": exchange or drop one of them.")]
    [InlineData("cameras", null, null, 31, "\"take\" goes from 1 to 30.")]
    [InlineData("publisher:CNN", null, null, 5, "There are no words to search for: add some, for example 'face recognition publisher:\"The Verge\"'.")]
    public async Task A_search_that_cannot_be_is_refused_in_one_line(string query, string? from, string? to, int take, string line)
    {
        using var newsroom = await Newsroom.OpenAsync(News);
        (await Should.ThrowAsync<ToolArgumentException>(newsroom.Tools.SearchAsync(query, from, to, null, take, Stop))).Message.ShouldBe(line);
    }

    [Fact]
    public async Task A_line_that_repeats_what_was_sent_stays_one_line()
    {
        using var newsroom = await Newsroom.OpenAsync(News);
        var fault = await Should.ThrowAsync<ToolArgumentException>(newsroom.Tools.SearchAsync("cameras", null, null, [$"No\nsuch\r\noutlet {new string('x', 900)}"], null, Stop));
        fault.Message.ShouldStartWith("No article is published by \"No such outlet xxx");
        fault.Message.Length.ShouldBeLessThan(500);
    }

    [Theory]
    [InlineData("cameras", "\"article\" is neither an id of 16 hexadecimal digits nor an address.")]
    [InlineData("https://news.example/none", "There is no article https://news.example/none in the corpus: search for it.")]
    [InlineData("0123456789abcdef", "There is no article 0123456789abcdef in the corpus: search for it.")]
    [InlineData("", "\"article\" is empty.")]
    public async Task An_article_that_is_not_there_is_told_in_one_line(string named, string line)
    {
        using var newsroom = await Newsroom.OpenAsync(News);
        (await Should.ThrowAsync<ToolArgumentException>(newsroom.Tools.ArticleAsync(named, null, Stop))).Message.ShouldBe(line);
    }

    [Fact]
    public async Task A_place_outside_of_an_article_is_told_in_one_line()
    {
        using var newsroom = await Newsroom.OpenAsync(News);
        (await Should.ThrowAsync<ToolArgumentException>(newsroom.Tools.ArticleAsync(Some.Id("brief").Value, 32, Stop))).Message.ShouldBe("\"start\" goes from 0 to 31.");
    }
}

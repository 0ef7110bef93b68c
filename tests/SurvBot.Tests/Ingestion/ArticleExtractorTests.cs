using System.Diagnostics;
using System.Text;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Tests.Ingestion;

public sealed class ArticleExtractorTests
{
    private static readonly Uri File = new("file:///pages/page.html");

    private const string Text = """
        <article><h1>Cameras return to Harbour Street</h1>
        <p>The council of the harbour town met on Monday   evening, and after three hours it voted to put the cameras back on Harbour&nbsp;Street &amp; the quay.</p>
        <figure><img src="x.png"><figcaption>A caption that nobody wrote for reading, with a photographer's name.</figcaption></figure>
        <h2>What the mayor said</h2>
        <p>Mayor Ina Holt said that the cameras would store no faces, that the police would need a warrant, and that a report would follow in spring.</p>
        <ul><li>The cameras cost two million crowns.</li><li>They are watched by six people, day and night.</li></ul>
        <blockquote><p>Nobody asked us, said a shopkeeper, who has kept her shop on the street for thirty years.</p></blockquote>
        <p>The opposition, which lost the vote by a single voice, said that it would go to court, and that the matter was not closed.</p>
        </article>
        """;

    [Fact]
    public void The_text_is_paragraphs_headings_items_and_quotes_without_captions_and_menus()
    {
        var draft = Read($"<html><body><nav><a href=/>Home</a></nav>{Text}<script>var x = 1;</script></body></html>");

        draft.Title.ShouldBe("Cameras return to Harbour Street");
        draft.Body.ShouldBe("""
            The council of the harbour town met on Monday evening, and after three hours it voted to put the cameras back on Harbour Street & the quay.

            What the mayor said

            Mayor Ina Holt said that the cameras would store no faces, that the police would need a warrant, and that a report would follow in spring.

            The cameras cost two million crowns.

            They are watched by six people, day and night.

            Nobody asked us, said a shopkeeper, who has kept her shop on the street for thirty years.

            The opposition, which lost the vote by a single voice, said that it would go to court, and that the matter was not closed.
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Linked_data_in_a_graph_tell_everything()
    {
        var draft = Read(Page("""
            <script type="application/ld+json">{ broken </script>
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"Organization","@id":"#org","name":"Harbour Post"},
              {"@type":["NewsArticle"],"headline":"Cameras &amp; quays
               return","url":"https://www.harbourpost.info/news/1","publisher":{"@id":"#org"},"inLanguage":"en-gb",
               "author":[{"@type":"Person","name":"By Ada Lee"},{"name":"Bo Ray"},{"name":"Ada Lee"}],
               "datePublished":"2021-03-04","dateModified":"2021-03-05T10:00:00+02:00",},
            ]}</script>
            """));

        (draft.Title, draft.Publisher, draft.Author, draft.Language).ShouldBe(("Cameras & quays return", "Harbour Post", "Ada Lee, Bo Ray", "en-GB"));
        draft.Url.ShouldBe("https://www.harbourpost.info/news/1");
        draft.PublishedAt.ShouldBe(PartialDate.OfDay(2021, 3, 4));
        draft.UpdatedAt.ShouldBe(PartialDate.OfInstant(new DateTimeOffset(2021, 3, 5, 8, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("""<meta property="article:published_time" content="2021-03-04T10:00:00+01:00">""", "2021-03-04T09:00:00Z")]
    [InlineData("""<meta name="dc.date" content="2021-03">""", "2021-03")]
    [InlineData("""<meta name="parsely-pub-date" content="2021-03-04T10:00:00Z">""", "2021-03-04T10:00:00Z")]
    [InlineData("""<meta name="sailthru.date" content="Thu, 04 Mar 2021 10:00:00 GMT">""", "2021-03-04T10:00:00Z")]
    [InlineData("""<meta name="pdate" content="20210304">""", "2021-03-04")]
    [InlineData("""<meta name="date" content="Sept. 4, 2021">""", "2021-09-04")]
    [InlineData("""<meta name="date" content="04/03/2021"><meta itemprop="datePublished" content="2021">""", "2021")]
    [InlineData("""<meta name="date" content="yesterday">""", null)]
    public void A_date_keeps_the_precision_that_it_is_written_with(string head, string? expected) => Read(Page(head)).PublishedAt?.ToString().ShouldBe(expected);

    [Fact]
    public void A_time_element_is_a_date_of_last_resort() =>
        Read($"<html><body>{Text.Replace("<h2>", "<time datetime='2021-03-04'>today</time><h2>", StringComparison.Ordinal)}</body></html>").PublishedAt.ShouldBe(PartialDate.OfDay(2021, 3, 4));

    [Fact]
    public void A_change_that_is_not_after_publication_is_none() =>
        Read(Page("""<meta property="article:published_time" content="2021-03-04T10:00:00Z"><meta property="article:modified_time" content="2021-03-04T10:00:00Z">""")).UpdatedAt.ShouldBeNull();

    [Theory]
    [InlineData("""<link rel="canonical" href="https://news.example/a?utm_source=x">""", "https://news.example/a")]
    [InlineData("""<link rel="canonical" href="/a"><meta property="og:url" content="https://news.example/b">""", "https://news.example/a")]
    [InlineData("""<base href="https://news.example/x/"><link rel="canonical" href="a">""", "https://news.example/x/a")]
    [InlineData("""<link rel="canonical" href="/a">""", "file:///pages/page.html")]
    [InlineData("""<link rel="canonical" href="https://news.example/"><meta property="og:url" content="https://news.example/b">""", "https://news.example/b")]
    [InlineData("""<link rel="canonical" href="javascript:alert(1)">""", "file:///pages/page.html")]
    [InlineData("", "file:///pages/page.html")]
    public void The_address_is_the_pages_own_or_the_files(string head, string expected) => Read(Page(head)).Url.ShouldBe(expected);

    [Fact]
    public void A_relative_canonical_link_is_resolved_where_the_page_was_fetched() =>
        ArticleExtractor.Extract(Encoding.UTF8.GetBytes(Page("""<link rel="canonical" href="/a">""")), "x", new Uri("https://news.example/b?c=1"))
            .ShouldBeOfType<ArticleRead>().Draft.Url.ShouldBe("https://news.example/a");

    [Theory]
    [InlineData("""<title>Quays reopen | Harbour Post</title><meta property="og:site_name" content="Harbour Post">""", "Quays reopen")]
    [InlineData("""<title>Quays reopen - CNN Business</title><meta property="og:site_name" content="CNN">""", "Quays reopen")]
    [InlineData("""<title>Harbour Post: Quays reopen</title><meta property="og:site_name" content="Harbour Post">""", "Quays reopen")]
    [InlineData("""<title>Quays reopen - and close</title><meta property="og:site_name" content="Harbour Post">""", "Quays reopen - and close")]
    [InlineData("""<meta property="og:title" content="Harbour Post"><meta property="og:site_name" content="Harbour Post"><title>Quays reopen</title>""", "Quays reopen")]
    public void A_title_loses_the_sites_name_and_nothing_else(string head, string expected) => Read(Page(head)).Title.ShouldBe(expected);

    [Theory]
    [InlineData("""<meta name="author" content="By Ada Lee">""", "Ada Lee")]
    [InlineData("""<meta property="article:author" content="https://social.example/ada"><meta name="byl" content="By Ada Lee">""", "Ada Lee")]
    [InlineData("""<meta name="author" content="@ada">""", null)]
    public void An_author_is_a_name(string head, string? expected) => Read(Page(head)).Author.ShouldBe(expected);

    [Theory]
    [InlineData("windows-1252", """<meta charset="iso-8859-1">""")]
    [InlineData("windows-1252", "")]
    [InlineData("utf-8", "")]
    [InlineData("shift_jis", """<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">""")]
    public void The_character_set_is_declared_or_guessed(string encoding, string head)
    {
        string word = encoding switch { "shift_jis" => "東京", "utf-8" => "Łódź", _ => "Café “Zoë”" };
        byte[] bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8).GetBytes(Page(head).Replace("Harbour&nbsp;Street", word, StringComparison.Ordinal));

        ArticleExtractor.Extract(bytes, "x", File).ShouldBeOfType<ArticleRead>().Draft.Body.ShouldContain(word);
    }

    [Theory]
    [InlineData("<html><body><p>Log in.</p></body></html>")]
    [InlineData("")]
    public void A_page_without_an_article_is_a_failure(string page) =>
        ArticleExtractor.Extract(Encoding.UTF8.GetBytes(page), "x", File).ShouldBeOfType<ReadFailure>().Reason.ShouldBe("no readable article on the page");

    [Theory]
    [InlineData("<div>", 200_000, "the page is nested deeper than 512 levels")]
    [InlineData("<b><p>", 200_000, "the page")]
    [InlineData("<p>a</p>", 200_000, "the page has more than 60000 elements")]
    [InlineData("<table><tr><td>", 100_000, "the page")]
    public void A_monstrous_page_is_refused_in_seconds(string part, int times, string reason)
    {
        string page = new StringBuilder().Insert(0, part, times).Append(Text).ToString();
        var watch = Stopwatch.StartNew();

        ArticleExtractor.Extract(Encoding.UTF8.GetBytes(page), "x", File).ShouldBeOfType<ReadFailure>().Reason.ShouldStartWith(reason);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_huge_attribute_costs_nothing() =>
        Read($"<html><body class='{new string('a', 5_000_000)}'>{Text}</body></html>").Body.ShouldContain("Mayor Ina Holt");

    [Fact]
    public void A_deeply_nested_article_is_still_read() =>
        Read(new StringBuilder().Insert(0, "<div>", 600).Append(Text).ToString()).Body.ShouldContain("Mayor Ina Holt");

    private static string Page(string head) => $"<html><head>{head}</head><body>{Text}</body></html>";

    private static ArticleDraft Read(string page) => ArticleExtractor.Extract(Encoding.UTF8.GetBytes(page), "page.html", File).ShouldBeOfType<ArticleRead>().Draft;
}

using System.Text;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Feeds;

namespace SurvBot.Tests.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://news.example/feeds/all.xml");

    [Fact]
    public void Rss_with_what_publishers_add_to_it()
    {
        var feed = Read("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
              <channel>
                <title>Harwick Herald</title><link>https://news.example/</link><language>en_gb</language><ttl>45</ttl>
                <atom:link rel="self" href="/feeds/all.xml"/>
                <lastBuildDate>Wed, 11 Apr 2018 10:00:00 +0200</lastBuildDate>
                <image><title>Logo</title><link>https://news.example/logo</link></image>
                <item>
                  <title>Council &amp;amp; cameras</title><link>/2018/cameras</link><guid isPermaLink="false">tag:1</guid>
                  <dc:creator>Ada Marsh</dc:creator><author>desk@news.example</author>
                  <pubDate>Wed, 11 Apr 2018 08:30 GMT</pubDate><category>privacy</category><category>cameras</category>
                  <description><![CDATA[<p>The council <b>bought</b> cameras.</p><script>x()</script>]]></description>
                  <content:encoded>Long text</content:encoded>
                  <enclosure url="https://news.example/a.jpg" type="image/jpeg" length="1"/>
                </item>
              </channel>
            </rss>
            """);

        feed.ShouldSatisfyAllConditions(
            () => feed.Format.ShouldBe("RSS 2.0"),
            () => feed.Title.ShouldBe("Harwick Herald"),
            () => feed.Link.ShouldBe("https://news.example/"),
            () => feed.Language.ShouldBe("en-GB"),
            () => feed.TimeToLive.ShouldBe(TimeSpan.FromMinutes(45)),
            () => feed.Updated.ToString().ShouldBe("2018-04-11T08:00:00Z"),
            () => feed.Links.ShouldContain(new FeedLink("self", "https://news.example/feeds/all.xml")),
            () => feed.IsRepaired.ShouldBeFalse());
        var item = feed.Items.ShouldHaveSingleItem();
        item.ShouldSatisfyAllConditions(
            () => item.Title.ShouldBe("Council & cameras"),
            () => item.Link.ShouldBe("https://news.example/2018/cameras"),
            () => item.Id.ShouldBe("tag:1"),
            () => item.Published.ToString().ShouldBe("2018-04-11T08:30:00Z"),
            () => item.Authors.ShouldBe([new FeedAuthor("Ada Marsh")]),
            () => item.Summary.ShouldBe("The council bought cameras."),
            () => item.Categories.ShouldBe(["privacy", "cameras"]));
    }

    [Fact]
    public void Rss_1_has_its_items_beside_the_channel()
    {
        var item = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://news.example/"><title>Herald</title><link>https://news.example/</link></channel>
              <item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1?x=y</link><dc:date>2018-04-11</dc:date></item>
            </rdf:RDF>
            """).Items.ShouldHaveSingleItem();

        (item.Id, item.Link, item.Title, item.Published).ShouldBe(("https://news.example/1", "https://news.example/1?x=y", "One", PartialDate.OfDay(2018, 4, 11)));
    }

    [Fact]
    public void Atom_gives_an_entry_without_authors_those_of_its_feed()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://other.example/blog/">
              <title type="html">A &amp;lt; B</title><author><name>Ada</name><email>ada@news.example</email></author>
              <link rel="self" href="feed.atom"/><link href="."/>
              <entry>
                <id>tag:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <em>more</em></div></title>
                <link rel="enclosure" href="a.mp3"/><link href="one"/><published>2018-04-11T08:30:00+02:00</published><updated>2018-04-12T00:00:00Z</updated>
              </entry>
            </feed>
            """);

        feed.Title.ShouldBe("A < B");
        feed.Link.ShouldBe("https://other.example/blog/");
        var entry = feed.Items.ShouldHaveSingleItem();
        entry.ShouldSatisfyAllConditions(
            () => entry.Title.ShouldBe("One more"),
            () => entry.Link.ShouldBe("https://other.example/blog/one"),
            () => entry.Published.ToString().ShouldBe("2018-04-11T06:30:00Z"),
            () => entry.Updated.ToString().ShouldBe("2018-04-12T00:00:00Z"),
            () => entry.Authors.ShouldBe([new FeedAuthor("Ada", "ada@news.example")]));
    }

    [Fact]
    public void A_json_feed_of_either_version()
    {
        var feed = Read("""
            {"version": "https://jsonfeed.org/version/1.1", "title": "Herald", "home_page_url": "https://news.example/", "authors": [{"name": "Desk"}],
             "items": [{"id": 7, "url": "/7", "title": "Seven", "date_published": "2018-04-11T08:30:00Z", "author": {"name": "Ada"}, "content_html": "<p>Seven <b>cameras</b>.</p>", "tags": ["x", 1, null]}, {"id": "https://news.example/8"}, 5]}
            """);

        feed.Format.ShouldBe("JSON Feed 1.1");
        feed.Items.Count.ShouldBe(2);
        feed.Items[0].ShouldSatisfyAllConditions(
            item => item.Id.ShouldBe("7"),
            item => item.Link.ShouldBe("https://news.example/7"),
            item => item.Authors.ShouldBe([new FeedAuthor("Ada")]),
            item => item.Summary.ShouldBe("Seven cameras."),
            item => item.Categories.ShouldBe(["x", "1"]));
        feed.Items[1].Link.ShouldBe("https://news.example/8");
        feed.Items[1].Authors.ShouldBe([new FeedAuthor("Desk")]);
    }

    [Fact]
    public void A_news_sitemap_gives_titles_and_dates()
    {
        var feed = Read("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc>https://news.example/a</loc><n:news><n:publication><n:name>Herald</n:name><n:language>en</n:language></n:publication><n:publication_date>2018-04-11</n:publication_date><n:title>Cameras &amp; law</n:title></n:news></url>
              <url><loc>https://news.example/b</loc><lastmod>2018-04-12T01:02:03Z</lastmod></url>
            </urlset>
            """);

        feed.Format.ShouldBe("News sitemap");
        feed.Items.Select(item => (item.Link, item.Title, item.Publisher, item.Published?.ToString(), item.Updated?.ToString())).ShouldBe(
            [("https://news.example/a", "Cameras & law", "Herald", "2018-04-11", null), ("https://news.example/b", null, null, null, "2018-04-12T01:02:03Z")]);
    }

    [Fact]
    public void Gdelts_articles_are_leads_without_a_date()
    {
        var item = Read("""{"articles": [{"url": "https://news.example/a", "title": "Cameras , again", "seendate": "20180411T083000Z", "domain": "news.example", "language": "English"}]}""").Items.ShouldHaveSingleItem();

        (item.Link, item.Title, item.Publisher, item.Published).ShouldBe(("https://news.example/a", "Cameras, again", "news.example", (PartialDate?)null));
    }

    [Theory]
    [InlineData("<rss version='2.0'><channel><title>Caf&eacute; &nbsp;& bar &bogus;</title><item><title>One</title></item></channel></rss>", "Café & bar &bogus;", 1)]
    [InlineData("<rss version='2.0'><channel><title>A<link>https://news.example/</link><item><title>One<link>/1</link><item><title>Two</title></channel>", "A", 2)]
    [InlineData("<rss version=2.0 a=b a=c><channel><title>A < B & C</title><dc:date>2018</dc:date><item/></i><item></channel></rss>", "A < B & C", 2)]
    [InlineData("<!-- first --><?xml version='1.0'?>\n<rss><channel><title>A\u0001B</title></channel></rss>", "AB", 0)]
    [InlineData("<rss><channel><title><![CDATA[A & B]]></title><item><title>cut off", "A & B", 1)]
    [InlineData("<!DOCTYPE rss [<!ENTITY x \"<y>\">]><rss><channel><title>&#147;A&#148;</title><item></Item></channel></RSS> tail <b>", "“A”", 1)]
    public void Ill_formed_xml_is_mended(string xml, string title, int items)
    {
        var feed = Read(xml);

        (feed.Title, feed.Items.Count, feed.IsRepaired).ShouldBe((title, items, true));
    }

    [Fact]
    public void Unclosed_fields_do_not_swallow_their_neighbours()
    {
        var items = Read("<rss><channel><title>A<item><title>One<link>/1</link><pubDate>2018-04-11</pubDate></item><item><title>Two</title><link>/2</channel>").Items;

        items.Select(item => (item.Title, item.Link)).ShouldBe([("One", "https://news.example/1"), ("Two", "https://news.example/2")]);
    }

    [Theory]
    [InlineData("iso-8859-1", null, "utf-8")]
    [InlineData("utf-8", "utf-8", "iso-8859-1")]
    [InlineData("windows-1252", "utf-8", "utf-8")]
    [InlineData("utf-16", null, "utf-8")]
    [InlineData("utf-16BE", null, "utf-16")]
    [InlineData("iso-8859-1", "iso-8859-1", "utf-8")]
    public void A_title_comes_out_right_whatever_encoding_is_claimed(string written, string? transport, string declared)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        byte[] body = encoding.GetBytes($"<?xml version='1.0' encoding='{declared}'?><rss><channel><title>Café Müller</title></channel></rss>");

        FeedReader.Read(body, transport, Address).ShouldBeOfType<FeedRead>().Feed.Title.ShouldBe("Café Müller");
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("hello", "neither XML nor JSON")]
    [InlineData("{\"a\": 1}", "neither a JSON Feed")]
    [InlineData("{\"a\": ", "broken JSON")]
    [InlineData("<note/>", "\"note\"")]
    [InlineData("<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", "index of sitemaps")]
    public void What_is_no_feed_is_refused_with_one_line(string text, string reason) =>
        FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address).ShouldBeOfType<UnreadableFeed>().Reason.ShouldContain(reason);

    [Fact]
    public void A_web_page_is_refused_with_the_feeds_it_names()
    {
        const string Page = """
            <!DOCTYPE html><html><head><base href="/en/"><link rel="alternate" hreflang="de" href="/de/">
            <link rel="alternate" type="application/rss+xml" title="All &amp; more" href="feed.xml"><LINK REL='home ALTERNATE' TYPE='application/atom+xml' HREF='https://other.example/a'>
            <link rel="alternate" type="application/feed+json" href="javascript:x"></head><body></body></html>
            """;

        var refused = FeedReader.Read(Encoding.UTF8.GetBytes(Page), null, Address).ShouldBeOfType<UnreadableFeed>();

        refused.Announced.ShouldBe([new AnnouncedFeed("https://news.example/en/feed.xml", "All & more"), new AnnouncedFeed("https://other.example/a", null)]);
        refused.Reason.ShouldBe("it is a web page, not a feed; it names https://news.example/en/feed.xml");
    }

    private static Feed Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address).ShouldBeOfType<FeedRead>().Feed;
}

using System.Diagnostics;
using System.Text;
using CsCheck;
using SurvBot.Corpus.Feeds;

namespace SurvBot.Tests.Feeds;

/// <summary>Feeds that are meant to break their reader.</summary>
public sealed class HostileFeedTests
{
    private static readonly Uri Address = new("https://news.example/feed");
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    private static readonly string[] Seeds =
    [
        """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A &amp; B</title><link>https://a.example/</link><item><title><![CDATA[One <b>two</b>]]></title><link>/1</link><guid isPermaLink="true">https://a.example/1</guid><pubDate>Wed, 11 Apr 2018 08:30:00 GMT</pubDate><dc:creator>Ada (ada@a.example)</dc:creator></item></channel></rss>""",
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><title type="html">&lt;b&gt;A&lt;/b&gt;</title><entry><id>1</id><link rel="alternate" href="1"/><updated>2018-04-11T08:30:00+02:00</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div></content></entry></feed>""",
        """{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":"1","url":"/1","title":"One \u00e9","date_published":"2018-04-11T08:30:00Z","authors":[{"name":"Ada"}],"content_html":"<p>x</p>"}]}""",
        """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc><news:news><news:title>One</news:title><news:publication_date>2018-04-11</news:publication_date></news:news></url></urlset>""",
        """<!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>x</body></html>""",
    ];

    private static readonly string[] Shards = ["<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE x [", "</", "/>", "&#0;", "&#xD800;", "&nbsp;", "\0", "\ufffe", "<item>", "</item>", "xmlns:", ":", "xml:base=\"javascript:\"", "{", "[", "\\ud800", "é", "99999999999", "-"];

    public static TheoryData<string, string> Bombs => new()
    {
        { "nesting", $"<rss><channel>{string.Concat(Enumerable.Repeat("<a>", 50_000))}" },
        { "nesting that is closed", $"<rss><channel>{string.Concat(Enumerable.Repeat("<a>", 50_000))}{string.Concat(Enumerable.Repeat("</a>", 50_000))}</channel></rss>" },
        { "nested outlines of markup", $"<rss><channel><item><description><![CDATA[{string.Concat(Enumerable.Repeat("<b>", 200_000))}]]></description></item></channel></rss>" },
        { "laughs", $"<!DOCTYPE rss [<!ENTITY a \"ha\">{string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} \"&a{(i > 1 ? i - 1 : "")};&a{(i > 1 ? i - 1 : "")};\">"))}]><rss><channel><title>&a30;</title></channel></rss>" },
        { "a file of this machine", "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>" },
        { "an outer DTD", "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY % y SYSTEM \"http://127.0.0.1:9/y\"> %y;]><rss><channel><title>&x;</title></channel></rss>" },
        { "attributes", $"<rss {string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}='{i}' "))}><channel/></rss>" },
        { "attributes without values", $"<rss><channel {string.Concat(Enumerable.Repeat("a ", 500_000))}><title>x</channel>" },
        { "a huge attribute", $"<rss version='{new string('x', 5_000_000)}'><channel/></rss>" },
        { "a huge title", $"<rss><channel><title>{new string('x', 5_000_000)}</title></channel></rss>" },
        { "quotes that never close", string.Concat(Enumerable.Repeat("<a b=\"", 200_000)) },
        { "comments that never close", $"<rss>{string.Concat(Enumerable.Repeat("<!--", 500_000))}" },
        { "brackets", new string('<', 1_000_000) },
        { "ampersands", $"<rss><channel><title>{new string('&', 1_000_000)}</title></channel></rss>" },
        { "items", $"<rss><channel>{string.Concat(Enumerable.Repeat("<item/>", 500_000))}</channel></rss>" },
        { "stray ends", $"<rss><channel>{string.Concat(Enumerable.Repeat("</a>", 500_000))}</channel></rss>" },
        { "prefixes", $"<rss>{string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<p{i}:a>"))}" },
        { "nested JSON", new string('[', 1_000_000) },
        { "a date of nines", $"<rss><channel><item><pubDate>{new string('9', 1_000_000)}</pubDate></item></channel></rss>" },
        { "links of a page", $"<html>{string.Concat(Enumerable.Repeat("<link ", 200_000))}" },
    };

    [Theory, MemberData(nameof(Bombs))]
    public void A_bomb_is_read_or_refused_quickly_and_tells_no_secret(string kind, string feed)
    {
        byte[] body = Encoding.UTF8.GetBytes(feed);
        FeedReader.Read(body, null, Address);
        long started = Stopwatch.GetTimestamp();

        var outcome = FeedReader.Read(body, null, Address);

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Most, kind);
        if (outcome is FeedRead { Feed: var read })
            (read.Title ?? "").ShouldSatisfyAllConditions(title => title.Length.ShouldBeLessThan(1_100), title => title.ShouldNotContain("root:"), title => title.ShouldNotContain("haha"));
        else
            outcome.ShouldBeOfType<UnreadableFeed>().Reason.Length.ShouldBeLessThan(400);
    }

    [Fact]
    public void Nesting_of_50_000_levels_is_refused_by_name() =>
        FeedReader.Read(Encoding.UTF8.GetBytes($"<rss><channel>{string.Concat(Enumerable.Repeat("<a>", 50_000))}"), null, Address).ShouldBe(new UnreadableFeed("its elements are nested deeper than 256 levels"));

    [Fact]
    public void No_mutation_breaks_the_reader()
    {
        var broken = Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Int[0, 6], Gen.Int[0, Shards.Length - 1], Gen.Int[0, 255]).Array[1, 12]);

        broken.Sample((seed, changes) =>
        {
            byte[] body = changes.Aggregate(Encoding.UTF8.GetBytes(Seeds[seed]), (bytes, change) => Mutated(bytes, (int)(change.Item1 * bytes.Length), change.Item2, Shards[change.Item3], (byte)change.Item4));
            long started = Stopwatch.GetTimestamp();
            FeedReader.Read(body, changes.Length % 3 == 0 ? "utf-8" : null, Address).ShouldNotBeNull();
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Most);
        }, time: 5, threads: 1);
    }

    private static byte[] Mutated(byte[] body, int at, int kind, string shard, byte other) => kind switch
    {
        0 => [.. body[..at], .. Encoding.UTF8.GetBytes(shard), .. body[at..]],
        1 => [.. body[..at], .. body[Math.Min(body.Length, at + other)..]],
        2 => [.. body[..at], other, .. body[Math.Min(body.Length, at + 1)..]],
        3 => body[..at],
        4 => [.. body[..at], .. body[Math.Max(0, at - other)..]],
        5 => [.. body[at..], .. body[..at]],
        _ => [.. body[..at], .. Encoding.Unicode.GetBytes(shard), .. body[at..]],
    };
}

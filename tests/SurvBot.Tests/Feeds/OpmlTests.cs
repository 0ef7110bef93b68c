using System.Text;
using SurvBot.Corpus.Feeds.Opml;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Feeds;

public sealed class OpmlTests
{
    [Fact]
    public void A_list_of_a_feed_reader_gives_each_feed_once_with_its_group()
    {
        var list = Read("""
            <opml version="2.0"><head><title>x</title></head><body>
              <outline text="Rights"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/><outline text="again" xmlUrl="HTTPS://A.example:443/feed"/></outline>
              <outline text="Top" xmlUrl="http://b.example/"/>
            </body></opml>
            """);

        list.Feeds.ShouldBe([new ListedFeed("https://a.example/feed", "A & B", "https://a.example/", "Rights"), new ListedFeed("http://b.example/", "Top", null, null)]);
        list.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_that_is_no_web_address_is_told_and_loses_nothing_else()
    {
        var list = Read("""<opml><body><outline text="x" xmlUrl="file:///etc/passwd"/><outline text="y" xmlUrl="https://me:secret@a.example/"/><outline text="z" xmlUrl="https://c.example/"/></body></opml>""");

        list.Feeds.Select(feed => feed.Address).ShouldBe(["https://c.example/"]);
        list.Faults.ShouldBe(["\"file:///etc/passwd\" is not a web address", "\"https://a.example/\" has a user name or password in it"]);
    }

    [Theory]
    [InlineData("<rss/>", "not \"opml\"")]
    [InlineData("what?", "begins with \"what?\"")]
    public void What_is_no_list_is_refused(string text, string reason) => Should.Throw<FormatException>(() => Read(text)).Message.ShouldContain(reason);

    [Fact]
    public void A_list_is_not_read_beyond_its_limits()
    {
        var list = Read($"<opml><body>{string.Concat(Enumerable.Range(0, OpmlReader.MaxFeeds + 5).Select(i => $"<outline xmlUrl='https://a.example/{i}'/>"))}</body></opml>");

        list.Feeds.Count.ShouldBe(OpmlReader.MaxFeeds);
        list.Faults.ShouldBe(["there are more than 5,000 feeds; the rest is left out"]);
    }

    [Fact]
    public void An_ill_formed_list_is_mended() =>
        Read("<opml><body><outline text='R&D' xmlUrl='https://a.example/?a=1&b=2'></body>").Feeds.ShouldBe([new ListedFeed("https://a.example/?a=1&b=2", "R&D", null, null)]);

    [Fact]
    public void What_is_written_is_read_back()
    {
        ListedFeed[] feeds = [new("https://a.example/?x=1&y=2", "A <b> \u0001\"", "https://a.example/", "Rights & more"), new("https://b.example/", "B", null, null)];

        Read(OpmlWriter.Write("SurvBot", feeds)).Feeds.ShouldBe([feeds[0] with { Title = "A <b> \"" }, feeds[1]]);
    }

    [Fact]
    public void The_starter_feeds_are_such_a_list() => Read(Repository.Read("src/SurvBot.Corpus/Starter/feeds.opml")).ShouldSatisfyAllConditions(list => list.Feeds.Count.ShouldBe(29), list => list.Faults.ShouldBeEmpty());

    private static OpmlList Read(string text) => OpmlReader.Read(Encoding.UTF8.GetBytes(text));
}

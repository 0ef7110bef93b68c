using SurvBot.Corpus.Fetching.Robots;

namespace SurvBot.Tests.Fetching;

/// <summary>By the examples of RFC 9309 and what files in the wild hold.</summary>
public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("/foo", "/foobar", true)]
    [InlineData("/foo", "/bar/foo", false)]
    [InlineData("/*.gif$", "/a/b.gif", true)]
    [InlineData("/*.gif$", "/a/b.gif?x", false)]
    [InlineData("/*.gif", "/a/b.gif?x", true)]
    [InlineData("/a*b*c$", "/aXbXc", true)]
    [InlineData("/a*b*c$", "/acb", false)]
    [InlineData("/a$", "/a", true)]
    [InlineData("/a$", "/ab", false)]
    [InlineData("*", "/anything", true)]
    [InlineData("/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http%3A%2F%2Ffoo.bar", false)]
    [InlineData("/foo/bar/ツ", "/foo/bar/%E3%83%84", true)]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz", true)]
    public void A_pattern_means_what_the_standard_says(string pattern, string path, bool isForbidden) =>
        RobotsRules.Parse($"User-agent: *\nDisallow: {pattern}").Allows("SurvBot", new Uri($"https://example.org{path}")).ShouldBe(!isForbidden);

    [Fact]
    public void The_longest_pattern_decides_and_a_draw_allows()
    {
        var rules = RobotsRules.Parse("User-Agent: *\nDisallow: /example/page/\nAllow: /example/page/disallowed.gif\nDisallow: /same\nAllow: /same");
        Allows(rules, "/example/page/x").ShouldBeFalse();
        Allows(rules, "/example/page/disallowed.gif").ShouldBeTrue();
        Allows(rules, "/same").ShouldBeTrue();
    }

    [Fact]
    public void A_group_of_its_own_counts_alone_and_several_count_together()
    {
        var rules = RobotsRules.Parse("\uFEFF# hello\nUser-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: SURVBOT/2.0 # us\nDisallow: /a # not this\n\nSitemap: https://example.org/s.xml\nuser-agent : survbot\ndisallow : /b\ncrawl-delay: 3\n");
        Allows(rules, "/c").ShouldBeTrue();
        Allows(rules, "/a").ShouldBeFalse();
        Allows(rules, "/b").ShouldBeFalse();
        rules.DelayFor("survbot").ShouldBe(TimeSpan.FromSeconds(3));
        rules.Allows("anyone", new Uri("https://example.org/c")).ShouldBeFalse();
        rules.Names("other", new Uri("https://example.org/a")).ShouldBeTrue();
        rules.Names("anyone", new Uri("https://example.org/a")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("User-agent: *\nDisallow:")]
    [InlineData("Disallow: /")]
    [InlineData("<html>404 not found: really</html>")]
    [InlineData("User-agent: *\nCrawl-delay: NaN\nCrawl-delay: -1\nDisallow")]
    public void What_says_nothing_forbids_nothing(string file) => Allows(RobotsRules.Parse(file), "/a").ShouldBeTrue();

    [Fact]
    public void No_pattern_takes_long()
    {
        var rules = RobotsRules.Parse($"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("*a", 2_000))}b$");
        Allows(rules, $"/{new string('a', 4_000)}").ShouldBeTrue();
    }

    private static bool Allows(RobotsRules rules, string path) => rules.Allows("SurvBot", new Uri($"https://example.org{path}"));
}

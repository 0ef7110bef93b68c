using System.Diagnostics;
using SurvBot.Corpus.Feeds;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Feeds.Conformance;

/// <summary>Feeds that others collected to break readers; eng/feeds-conformance shows what is printed here.</summary>
public sealed class FeedConformanceTests(ITestOutputHelper output)
{
    private const double LeastShare = 0.99;
    private static readonly TimeSpan MostPerFeed = TimeSpan.FromSeconds(1);

    private static readonly string[] Folders = ["atom", "atom10", "rss", "rdf", "base", "namespace", "http", "node_precedence", "xml"];

    [Fact]
    public void What_feedparsers_tests_expect_of_title_link_id_dates_and_author_holds()
    {
        string folder = Collection();
        var failures = new List<string>();
        int asked = 0, markup = 0, aside = 0;
        foreach (string file in Folders.SelectMany(name => Directory.EnumerateFiles(Path.Combine(folder, "wellformed", name))).Order(StringComparer.Ordinal))
        {
            var test = ExpectedFeed.Load(folder, file);
            var outcome = FeedReader.Read(test.Body, test.Charset, test.Address);
            foreach (var expected in test.Expectations.Where(FeedComparison.IsAsked))
            {
                if (FeedComparison.IsRepresentation(expected))
                {
                    aside++;
                    continue;
                }
                asked++;
                markup += expected.Value.Contains('<') ? 1 : 0;
                string? reason = outcome is FeedRead { Feed: var feed } ? FeedComparison.Difference(feed, expected) : ((UnreadableFeed)outcome).Reason;
                if (reason is not null)
                    failures.Add($"{test.Path}: {string.Join(" and ", expected.Paths.Select(path => string.Join('.', path)))}: {reason}");
            }
        }
        output.WriteLine($"{asked - failures.Count} of {asked} expectations on title, link, id, dates and author are right ({(asked - failures.Count) / (double)asked:P2}); {markup} of them are titles with markup, compared by their words.");
        output.WriteLine($"{aside} more speak of how feedparser represents a field (a title's base and type; a link's type, language, length and title), which SurvBot does not keep.");
        foreach (string failure in failures)
            output.WriteLine(failure);
        asked.ShouldBeGreaterThan(100);
        ((asked - failures.Count) / (double)asked).ShouldBeGreaterThanOrEqualTo(LeastShare, string.Join('\n', failures));
    }

    [Fact]
    public void Every_feed_is_read_or_refused_with_a_line_within_a_second()
    {
        string folder = Collection();
        int read = 0, refused = 0, mended = 0;
        var slowest = TimeSpan.Zero;
        var reasons = new Dictionary<string, int>();
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            byte[] body = File.ReadAllBytes(file);
            long started = Stopwatch.GetTimestamp();
            var outcome = FeedReader.Read(body, charset: null, new Uri("http://127.0.0.1:8097/feed"));
            var taken = Stopwatch.GetElapsedTime(started);
            slowest = taken > slowest ? taken : slowest;
            taken.ShouldBeLessThan(MostPerFeed, file);
            if (outcome is FeedRead { Feed: var feed })
                (read, mended) = (read + 1, mended + (feed.IsRepaired ? 1 : 0));
            else
            {
                refused++;
                string reason = ((UnreadableFeed)outcome).Reason;
                reason.ShouldNotContain("\n", customMessage: file);
                reasons[$"{Path.GetFileName(Path.GetDirectoryName(file))}: {reason}"] = reasons.GetValueOrDefault($"{Path.GetFileName(Path.GetDirectoryName(file))}: {reason}") + 1;
            }
        }
        output.WriteLine($"{read + refused} files: {read} read ({mended} of them mended), {refused} refused with a line, 0 crashes; the slowest took {slowest.TotalMilliseconds:N0} ms.");
        foreach (var (reason, count) in reasons.OrderByDescending(pair => pair.Value))
            output.WriteLine($"{count} × {reason}");
        (read + refused).ShouldBeGreaterThan(1_000);
    }

    private static string Collection()
    {
        string shared = Environment.GetEnvironmentVariable("SURVBOT_SHARED") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "..", "shared");
        string folder = Path.Combine(shared, "data", "feeds");
        Assert.SkipUnless(Directory.Exists(folder), "no shared data beside this clone (SURVBOT_SHARED names another place)");
        return folder;
    }
}

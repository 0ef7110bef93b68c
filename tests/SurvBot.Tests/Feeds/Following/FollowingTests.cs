using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Feeds.Following;
using SurvBot.Corpus.Fetching;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Feeds.Following;

public sealed class FollowingTests : IDisposable
{
    private const string Herald = "https://news.example/feed", One = "https://news.example/1", Two = "https://news.example/2";

    private readonly TemporaryCorpus corpus = new();
    private readonly ScriptedServers servers = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SqliteFeedStore Store => new(corpus.FilePath);

    private DateTimeOffset Now => corpus.Clock.Now;

    public void Dispose() => corpus.Dispose();

    [Fact]
    public async Task What_a_feed_announces_comes_into_the_corpus_once_and_dated()
    {
        var published = Now.AddHours(-3);
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One", published), (Two, "Two", null));
        servers[One] = _ => ScriptedServers.Page(One);
        servers[Two] = _ => ScriptedServers.Page(Two, text: "A court in Corvenia ruled on spyware.");
        await FollowAsync(Herald);

        (await PollAsync()).Announced.ShouldBe(2);
        await CollectAsync();
        corpus.Clock.Now += TimeSpan.FromDays(2);
        (await PollAsync()).Announced.ShouldBe(0);
        await CollectAsync();

        var articles = await corpus.Store.ListArticlesAsync(Token).ToListAsync(Token);
        articles.Select(article => (article.Url, article.Revision)).ShouldBe([(One, 1), (Two, 1)], ignoreOrder: true);
        articles.Single(article => article.Url == One).PublishedAt!.Value.Start.ShouldBe(published, TimeSpan.FromSeconds(1));
        (servers.Asked(One), servers.Asked(Two)).ShouldBe((1, 1));
        (await FeedAsync()).ShouldSatisfyAllConditions(feed => feed.Yield.ShouldBe(new FeedYield(0, 2, 0)), feed => feed.Title.ShouldBe("Herald"), feed => feed.Polls.ShouldBe(2));
    }

    [Fact]
    public async Task An_article_that_its_feed_announces_anew_becomes_a_revision()
    {
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One", null));
        servers[One] = _ => ScriptedServers.Page(One);
        await FollowAsync(Herald);
        await PollAsync();
        await CollectAsync();
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One, corrected", null));
        servers[One] = _ => ScriptedServers.Page(One, text: "The council of Harwick bought no cameras.");

        (await PollAsync()).Announced.ShouldBe(1);
        await CollectAsync();

        (await corpus.Store.ListArticlesAsync(Token).SingleAsync(Token)).Revision.ShouldBe(2);
    }

    [Fact]
    public async Task An_article_in_two_feeds_is_fetched_once()
    {
        const string Other = "https://other.example/feed";
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One", null));
        servers[Other] = _ => ScriptedServers.Feed(Other, (One + "?utm_source=other", "The same", null));
        servers[One] = _ => ScriptedServers.Page("https://news.example/canonical");
        await FollowAsync(Herald);
        await PollAsync();
        await CollectAsync();

        await FollowAsync(Other);
        await PollAsync(Other);
        await CollectAsync();

        servers.Asked(One).ShouldBe(1);
        (await FeedAsync(Other)).Yield.ShouldBe(new FeedYield(0, 1, 0));
    }

    [Fact]
    public async Task A_server_is_asked_by_what_it_said_and_a_feed_that_rests_is_asked_less()
    {
        var validators = new Validators("\"v1\"", "Wed, 11 Apr 2018 08:30:00 GMT");
        servers[Herald] = request => request.Known == validators ? new NotModified(null) : ScriptedServers.Feed(Herald) with { Validators = validators };
        await FollowAsync(Herald);

        var first = (await PollAsync()).Feed;
        var second = (await PollAsync()).Feed;

        servers.Requests.Select(request => request.Known).ShouldBe([Validators.None, validators]);
        second.Rhythm.ShouldBe(first.Rhythm * 1.25);
        (second.NextPoll - Now).ShouldBeInRange(second.Rhythm, second.Rhythm * 1.2);
    }

    [Fact]
    public async Task Nobody_is_asked_sooner_than_server_and_publisher_want()
    {
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One", Now.AddMinutes(-1)), (Two, "Two", Now.AddMinutes(-2)), (One + "0", "Three", Now.AddMinutes(-3))) with { FreshFor = TimeSpan.FromHours(5) };
        await FollowAsync(Herald);

        var feed = (await PollAsync()).Feed;

        feed.Rhythm.ShouldBe(PollRhythm.Least);
        (feed.NextPoll - Now).ShouldBeInRange(TimeSpan.FromHours(5), TimeSpan.FromHours(6));
    }

    [Fact]
    public async Task A_failing_feed_is_asked_ever_less_and_in_the_end_no_more_with_the_reason()
    {
        servers[Herald] = _ => new FetchFailure("the server answered 503 service unavailable") { RetryAfter = TimeSpan.FromHours(2) };
        await FollowAsync(Herald);
        var waits = new List<TimeSpan>();
        for (int i = 0; i < PollRhythm.MostErrors; i++)
        {
            var feed = (await PollAsync()).Feed;
            waits.Add(feed.NextPoll - Now);
            corpus.Clock.Now = feed.NextPoll;
        }

        waits[0].ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(2));
        waits.ShouldBe(waits.Order());
        waits[^1].ShouldBeInRange(PollRhythm.Most, PollRhythm.Most * 1.2);
        (await FeedAsync()).Disabled.ShouldBe("20 failures in a row, the last: the server answered 503 service unavailable");
        (await Store.GetDueAsync(Now.AddYears(1), 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_success_wipes_the_failures_out()
    {
        bool isDown = true;
        servers[Herald] = _ => isDown ? new FetchFailure("the host does not answer") : ScriptedServers.Feed(Herald);
        await FollowAsync(Herald);
        (await PollAsync()).Feed.Errors.ShouldBe(1);
        isDown = false;

        (await PollAsync()).Feed.ShouldSatisfyAllConditions(feed => feed.Errors.ShouldBe(0), feed => feed.LastError.ShouldBeNull());
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_given_up_soon()
    {
        servers[Herald] = _ => new FetchFailure("the server answered 410 gone") { IsGone = true };
        await FollowAsync(Herald);
        for (int i = 1; i < PollRhythm.MostGone; i++)
            (await PollAsync()).Feed.Disabled.ShouldBeNull();

        (await PollAsync()).Feed.Disabled.ShouldBe("its server says that it is gone: the server answered 410 gone");
    }

    [Fact]
    public async Task A_feed_that_moved_for_good_is_asked_for_there()
    {
        const string There = "https://there.example/feed";
        servers[Herald] = _ => ScriptedServers.Feed(There, (One, "One", null)) with { MovedPermanently = true };
        await FollowAsync(Herald);

        await PollAsync();

        (await FeedAsync(There)).Yield.Waiting.ShouldBe(1);
        (await Store.FindAsync(Herald, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_page_in_a_feeds_place_is_a_failure_with_its_reason()
    {
        servers[Herald] = _ => ScriptedServers.Page(Herald);
        await FollowAsync(Herald);

        (await PollAsync()).Error.ShouldBe("it is a web page, not a feed, and names none");
    }

    [Fact]
    public async Task An_article_that_cannot_be_had_is_tried_again_later_and_left_out_in_the_end()
    {
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One", null));
        servers[One] = _ => new FetchFailure("the host does not answer");
        await FollowAsync(Herald);
        await PollAsync();

        for (int tries = 1; tries <= 5; tries++)
        {
            await CollectAsync();
            await CollectAsync();
            servers.Asked(One).ShouldBe(tries);
            corpus.Clock.Now += TimeSpan.FromDays(4);
        }
        await CollectAsync();

        servers.Asked(One).ShouldBe(5);
        (await FeedAsync()).Yield.ShouldBe(new FeedYield(0, 0, 1));
    }

    [Fact]
    public async Task An_article_that_its_publisher_withholds_is_not_asked_for_again()
    {
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One", null));
        servers[One] = _ => new FetchFailure("the host's robots.txt forbids it") { IsRefused = true };
        await FollowAsync(Herald);
        await PollAsync();
        await CollectAsync();
        corpus.Clock.Now += TimeSpan.FromDays(40);
        await CollectAsync();

        servers.Asked(One).ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_article_stays_away_though_its_feed_still_has_it()
    {
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One", null));
        servers[One] = _ => ScriptedServers.Page(One);
        await FollowAsync(Herald);
        await PollAsync();
        await CollectAsync();
        await corpus.Store.RemoveAsync(Corpus.Articles.ArticleId.FromCanonicalUrl(One), Token);
        servers[Herald] = _ => ScriptedServers.Feed(Herald, (One, "One again", null));

        await PollAsync();
        await CollectAsync();

        (await corpus.Store.ListArticlesAsync(Token).CountAsync(Token)).ShouldBe(0);
        (await FeedAsync()).Yield.LeftOut.ShouldBe(1);
    }

    [Fact]
    public void A_thousand_feeds_never_come_all_at_once()
    {
        var first = Enumerable.Range(0, 1_000).GroupBy(i => (int)(PollRhythm.FirstOf($"https://{i}.example/feed", Now) - Now).TotalMinutes).Select(minute => minute.Count()).ToList();

        first.Count.ShouldBe(15);
        first.Max().ShouldBeLessThan(110);
        PollRhythm.FirstOf(Herald, Now).ShouldBe(PollRhythm.FirstOf(Herald, Now));
    }

    [Fact]
    public async Task Two_days_with_a_crash_now_and_then_bring_every_article_once()
    {
        var random = new Random(20261124);
        var start = Now;
        var end = start.AddDays(2);
        string[] feeds = [.. Enumerable.Range(0, 12).Select(i => $"https://f{i}.example/feed")];
        foreach (var (i, address) in feeds.Index())
        {
            var gap = TimeSpan.FromMinutes(45 * (i + 1));
            servers[address] = request => random.Next(12) == 0 ? throw new CrashException() : ScriptedServers.Feed(address, [.. Enumerable.Range(0, (int)((Now - start) / gap) + 1).Select(n => ($"https://f{i}.example/{n}", $"Item {n}", (DateTimeOffset?)(start + gap * n))).TakeLast(40)]);
            for (int n = 0; n <= (end - start) / gap; n++)
            {
                string url = $"https://f{i}.example/{n}";
                servers[url] = _ => random.Next(25) == 0 ? throw new CrashException() : ScriptedServers.Page(url);
            }
            await FollowAsync(address);
        }

        int crashes = 0;
        for (; Now < end; corpus.Clock.Now += TimeSpan.FromMinutes(5))
            crashes += await RunOnceAsync() ? 0 : 1;
        while (!await RunOnceAsync())
            crashes++;

        crashes.ShouldBeGreaterThan(10);
        var articles = await corpus.Store.ListArticlesAsync(Token).ToListAsync(Token);
        var waiting = (await Store.ListAsync(Token)).Sum(feed => feed.Yield.Waiting);
        waiting.ShouldBe(0);
        articles.ShouldAllBe(article => article.Revision == 1);
        foreach (var (i, address) in feeds.Index())
        {
            var feed = await FeedAsync(address);
            int published = (int)((feed.PolledAt!.Value - start) / TimeSpan.FromMinutes(45 * (i + 1))) + 1;
            articles.Count(article => article.Url.StartsWith($"https://f{i}.example/", StringComparison.Ordinal)).ShouldBe(published, address);
            feed.Polls.ShouldBeInRange(2, 192, address);
        }
    }

    /// <summary>False when the program died on the way.</summary>
    private async Task<bool> RunOnceAsync()
    {
        try
        {
            await foreach (var _ in new FeedRun(Store, Poller(), corpus.Clock).PollDueAsync(Token))
            {
            }
            await CollectAsync();
            return true;
        }
        catch (CrashException)
        {
            return false;
        }
    }

    private Task<int> FollowAsync(string address) => Store.AddAsync([new FollowedFeed { Address = address, NextPoll = Now }], Token);

    private async Task<FeedPoll> PollAsync(string address = Herald) => await Poller().PollAsync((await Store.FindAsync(address, Token))!, Token);

    private async Task<FollowedFeed> FeedAsync(string address = Herald) => (await Store.FindAsync(address, Token))!;

    private FeedPoller Poller() => new(Store, servers.FetchAsync, corpus.Clock);

    private async Task CollectAsync()
    {
        var pipeline = new IngestionPipeline(corpus.Store, EmbeddingModels.None, corpus.Clock);
        await foreach (var _ in new ArticleCollector(Store, corpus.Store, pipeline, servers.FetchAsync, corpus.Clock).RunAsync(Token))
        {
        }
    }

    private sealed class CrashException : Exception;
}

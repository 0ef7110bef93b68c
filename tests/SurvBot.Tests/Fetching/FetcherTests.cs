using System.Text;
using Microsoft.Extensions.Time.Testing;
using SurvBot.Corpus.Fetching;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Fetching;

public sealed class FetcherTests
{
    [Fact]
    public async Task A_body_comes_with_all_that_the_server_says_of_it()
    {
        using var server = new RawServer(RawServer.Response("<rss/>", "Application/RSS+XML; charset=\"utf-8\"", "ETag: \"a1\"\r\nLast-Modified: Wed, 11 Apr 2018 10:00:00 GMT\r\nCache-Control: max-age=600\r\nAge: 60\r\n"));
        using var fetcher = FetchRig.Open(options => options.Contact = "desk@example.org");
        var fetched = (await fetcher.FeedAsync($"{server.Root}/feed")).ShouldBeOfType<Fetched>();
        Encoding.UTF8.GetString(fetched.Body).ShouldBe("<rss/>");
        (fetched.MediaType, fetched.Charset, fetched.FreshFor, fetched.MovedPermanently).ShouldBe(("application/rss+xml", "utf-8", TimeSpan.FromMinutes(9), false));
        fetched.Validators.ShouldBe(new Validators("\"a1\"", "Wed, 11 Apr 2018 10:00:00 GMT"));
        server.Requests.Single().Headers["User-Agent"].ShouldMatch(@"^SurvBot/\d+\.\d+\S* \(desk@example\.org\)$");
    }

    [Fact]
    public async Task What_is_here_already_is_not_sent_again()
    {
        using var server = new RawServer((request, stream, _) => RawServer.WriteAsync(stream, request.Headers.GetValueOrDefault("If-None-Match") == "W/\"a\"" && request.Headers.GetValueOrDefault("If-Modified-Since") == "some day"
            ? "HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=60\r\n\r\n" : RawServer.Response("x")));
        using var fetcher = FetchRig.Open();
        (await fetcher.FeedAsync(server.Root, new Validators("W/\"a\"", "some day"))).ShouldBe(new NotModified(TimeSpan.FromMinutes(1)));
        (await fetcher.FeedAsync(server.Root)).ShouldBeOfType<Fetched>();
    }

    [Theory]
    [InlineData("503 Busy", "Retry-After: 120\r\n", 120, false, "the server answered 503 service unavailable")]
    [InlineData("429 x", "Retry-After: 99999999999\r\n", 86_400, false, "the server answered 429 too many requests")]
    [InlineData("410 Gone", "", null, true, "the server answered 410 gone")]
    [InlineData("404 \u001b[31mred", "", null, true, "the server answered 404 not found")]
    [InlineData("799 Odd", "Retry-After: -5\r\n", null, false, "the server answered 799")]
    public async Task What_a_server_refuses_is_told_in_plain_words(string status, string header, int? retryAfter, bool isGone, string reason)
    {
        using var server = new RawServer($"HTTP/1.1 {status}\r\n{header}Content-Length: 0\r\n\r\n");
        using var fetcher = FetchRig.Open();
        var failure = (await fetcher.FeedAsync(server.Root)).ShouldBeOfType<FetchFailure>();
        (failure.Reason, failure.RetryAfter?.TotalSeconds, failure.IsGone).ShouldBe((reason, retryAfter, isGone));
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(307, false)]
    public async Task Redirects_are_followed_and_lasting_ones_are_told(int status, bool isPermanent)
    {
        using var server = new RawServer((request, stream, _) => RawServer.WriteAsync(stream, request.Path == "/old" ? RawServer.Redirect("/new?x=1", status) : RawServer.Response("here")));
        using var fetcher = FetchRig.Open();
        var fetched = (await fetcher.FeedAsync($"{server.Root}/old")).ShouldBeOfType<Fetched>();
        (fetched.Address.AbsoluteUri, fetched.MovedPermanently).ShouldBe(($"{server.Root}/new?x=1", isPermanent));
    }

    [Fact]
    public async Task Robots_txt_is_asked_once_and_obeyed_on_the_way_too()
    {
        using var server = new RawServer((request, stream, _) => RawServer.WriteAsync(stream, request.Path == "/a" ? RawServer.Redirect("/private/b") : RawServer.Response("x")), robots: "User-agent: survbot\nDisallow: /private");
        using var fetcher = FetchRig.Open();
        (await fetcher.FeedAsync($"{server.Root}/private/a")).ShouldBe(new FetchFailure("the host's robots.txt forbids it") { IsRefused = true });
        (await fetcher.FeedAsync($"{server.Root}/a")).ShouldBeOfType<FetchFailure>().IsRefused.ShouldBeTrue();
        (await fetcher.FeedAsync($"{server.Root}/b")).ShouldBeOfType<Fetched>();
        server.Requests.Select(request => request.Path).ShouldBe(["/a", "/b"]);
        server.RobotsRequests.ShouldBe(1);
    }

    [Theory]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("", false)]
    public async Task A_robots_txt_that_fails_forbids_and_one_that_is_refused_allows(string robots, bool isAllowed)
    {
        using var server = new RawServer(RawServer.Response("x")) { RobotsResponse = robots };
        var clock = new FakeTimeProvider(Some.Instant("2026-11-01"));
        using var fetcher = FetchRig.Open(clock: clock);
        (await fetcher.FeedAsync($"{server.Root}/feed") is Fetched).ShouldBe(isAllowed);
        server.RobotsResponse = "HTTP/1.1 404 Not here\r\nContent-Length: 0\r\n\r\n";
        clock.Advance(TimeSpan.FromMinutes(11));
        (await fetcher.FeedAsync($"{server.Root}/feed")).ShouldBeOfType<Fetched>();
    }

    [Theory]
    [InlineData("User-agent: GPTBot\nDisallow: /", AiUse.NoTraining)]
    [InlineData("User-agent: *\nDisallow: /x", AiUse.Unstated)]
    public async Task What_robots_txt_says_to_AI_is_recorded(string robots, AiUse use)
    {
        using var server = new RawServer(RawServer.Response("x", "text/html"), robots: robots);
        using var fetcher = FetchRig.Open();
        (await fetcher.ArticleAsync($"{server.Root}/a")).ShouldBeOfType<Fetched>().AiUse.ShouldBe(use);
    }

    [Theory]
    [InlineData("User-agent: PerplexityBot\nUser-agent: OAI-SearchBot\nDisallow: /news", "", "the host's robots.txt shuts out engines that answer from articles")]
    [InlineData(null, "TDM-Reservation: 1\r\n", "its publisher reserves it from text and data mining")]
    [InlineData(null, "X-Robots-Tag: noai, noimageai\r\n", "its publisher reserves it from text and data mining")]
    [InlineData(null, "X-Robots-Tag: survbot: noindex\r\n", "its publisher reserves it from text and data mining")]
    public async Task Text_that_is_reserved_is_not_taken(string? robots, string headers, string reason)
    {
        using var server = new RawServer(RawServer.Response("x", "text/html", headers), robots: robots);
        using var fetcher = FetchRig.Open();
        (await fetcher.ArticleAsync($"{server.Root}/news/a")).ShouldBe(new FetchFailure(reason) { IsRefused = true });
        (await fetcher.FeedAsync($"{server.Root}/news/feed")).ShouldBeOfType<Fetched>();
    }

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time_with_its_pause_between()
    {
        int open = 0, most = 0;
        using var server = new RawServer(async (_, stream, cancellationToken) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref open));
            await Task.Delay(30, cancellationToken);
            Interlocked.Decrement(ref open);
            await RawServer.WriteAsync(stream, RawServer.Response("x"));
        }, robots: "User-agent: *\nCrawl-delay: 0.2");
        using var fetcher = FetchRig.Open();
        long from = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => fetcher.FeedAsync($"{server.Root}/{n}")));
        most.ShouldBe(1);
        TimeProvider.System.GetElapsedTime(from).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.8));
        server.RobotsRequests.ShouldBe(1);
    }
}

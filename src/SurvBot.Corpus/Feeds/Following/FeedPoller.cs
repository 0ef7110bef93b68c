using System.Security.Cryptography;
using System.Text;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Fetching;

namespace SurvBot.Corpus.Feeds.Following;

/// <summary>Asks feeds for news and writes down what they announce.</summary>
/// <param name="store">Where feeds and announcements are kept.</param>
/// <param name="fetch">Asks servers politely.</param>
/// <param name="clock">Says when.</param>
public sealed class FeedPoller(IFeedStore store, Func<FetchRequest, CancellationToken, Task<FetchOutcome>> fetch, TimeProvider clock)
{
    /// <summary>Polls one feed; what comes of it is stored in one piece before this returns.</summary>
    public async Task<FeedPoll> PollAsync(FollowedFeed feed, CancellationToken cancellationToken)
    {
        var outcome = await fetch(new FetchRequest(new Uri(feed.Address), FetchPurpose.Feed, feed.Validators), cancellationToken);
        var now = clock.GetUtcNow();
        return outcome switch
        {
            Fetched fetched => await TakeAsync(feed, fetched, now, cancellationToken),
            NotModified same => await KeepAsync(feed, same, now, cancellationToken),
            FetchFailure failure => await FailAsync(feed, failure.Reason, failure.RetryAfter, failure.IsGone, now, cancellationToken),
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome of a request."),
        };
    }

    private async Task<FeedPoll> TakeAsync(FollowedFeed feed, Fetched fetched, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outcome = FeedReader.Read(fetched.Body, fetched.Charset, fetched.Address);
        if (outcome is UnreadableFeed { Reason: var reason })
            return await FailAsync(feed, reason, fetched.FreshFor, isGone: false, now, cancellationToken);
        var read = ((FeedRead)outcome).Feed;
        string address = await NewAddressAsync(feed, fetched, cancellationToken);
        return await RecordAsync(feed, Articles(read), null, now, announced =>
        {
            var rhythm = PollRhythm.Of(feed, read, announced > 0, now);
            return Polled(feed, now) with
            {
                Address = address,
                Title = read.Title ?? feed.Title,
                Site = read.Link ?? feed.Site,
                Validators = fetched.Validators,
                Rhythm = rhythm,
                NextPoll = PollRhythm.Next(address, now, rhythm, fetched.FreshFor, read.TimeToLive),
                ChangedAt = announced > 0 ? now : feed.ChangedAt,
            };
        }, cancellationToken);
    }

    private Task<FeedPoll> KeepAsync(FollowedFeed feed, NotModified same, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rhythm = PollRhythm.Unchanged(feed.Rhythm);
        return RecordAsync(feed, null, null, now, _ => Polled(feed, now) with { Rhythm = rhythm, NextPoll = PollRhythm.Next(feed.Address, now, rhythm, same.FreshFor) }, cancellationToken);
    }

    private Task<FeedPoll> FailAsync(FollowedFeed feed, string reason, TimeSpan? retryAfter, bool isGone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int errors = feed.Errors + 1;
        return RecordAsync(feed, null, reason, now, _ => feed with
        {
            PolledAt = now,
            Polls = feed.Polls + 1,
            Errors = errors,
            LastError = reason,
            NextPoll = PollRhythm.AfterError(feed.Address, now, errors, retryAfter),
            Disabled = isGone && errors >= PollRhythm.MostGone ? $"its server says that it is gone: {reason}" : errors >= PollRhythm.MostErrors ? $"{errors} failures in a row, the last: {reason}" : null,
        }, cancellationToken);
    }

    private async Task<FeedPoll> RecordAsync(FollowedFeed feed, List<AnnouncedArticle>? articles, string? error, DateTimeOffset now, Func<int, FollowedFeed> after, CancellationToken cancellationToken)
    {
        int announced = await store.RecordPollAsync(feed.Address, articles, now, after, cancellationToken);
        return new FeedPoll(after(announced), announced, error);
    }

    private static FollowedFeed Polled(FollowedFeed feed, DateTimeOffset now) => feed with { PolledAt = now, Polls = feed.Polls + 1, Errors = 0, LastError = null };

    // Two feeds that moved to one address stay two: the articles are fetched once all the same.
    private async Task<string> NewAddressAsync(FollowedFeed feed, Fetched fetched, CancellationToken cancellationToken) =>
        fetched.MovedPermanently && fetched.Address.Scheme is "http" or "https" && await store.FindAsync(fetched.Address.AbsoluteUri, cancellationToken) is null ? fetched.Address.AbsoluteUri : feed.Address;

    private static List<AnnouncedArticle> Articles(Feed feed) =>
    [
        .. feed.Items.Select(item => CanonicalUrl.TryNormalize(item.Link, out string url) && FeedAddress.IsWeb(url) ? new AnnouncedArticle(url, Fingerprint(item), item.Published) : null)
            .OfType<AnnouncedArticle>().DistinctBy(article => article.Url),
    ];

    /// <summary>Title and dates: what publishers change when they change the article. Teasers are shuffled for their own sake.</summary>
    private static string Fingerprint(FeedItem item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{item.Title}\n{item.Published}\n{item.Updated}")).AsSpan(0, 8));
}

/// <summary>What came of asking a feed.</summary>
/// <param name="Feed">As it is stored now.</param>
/// <param name="Announced">New and changed articles.</param>
/// <param name="Error">Why it could not be read, or null.</param>
public sealed record FeedPoll(FollowedFeed Feed, int Announced, string? Error);

using System.Runtime.CompilerServices;

namespace SurvBot.Corpus.Feeds.Following;

/// <summary>Polls feeds, a few at once: a slow one holds up no other.</summary>
public sealed class FeedRun(IFeedStore store, FeedPoller poller, TimeProvider clock)
{
    private const int FeedsAtOnce = 16, MostDue = 1_000;

    /// <summary>Polls the feeds whose time has come. Yields each poll when it is safely written down, the quickest first.</summary>
    public async IAsyncEnumerable<FeedPoll> PollDueAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var poll in PollAsync(await store.GetDueAsync(clock.GetUtcNow(), MostDue, cancellationToken), cancellationToken))
            yield return poll;
    }

    /// <summary>Polls these feeds, whether or not their time has come.</summary>
    public async IAsyncEnumerable<FeedPoll> PollAsync(IReadOnlyList<FollowedFeed> feeds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var places = new SemaphoreSlim(FeedsAtOnce);
        await foreach (var done in Task.WhenEach(feeds.Select(InTurnAsync)).WithCancellation(cancellationToken))
            yield return await done;

        async Task<FeedPoll> InTurnAsync(FollowedFeed feed)
        {
            await places.WaitAsync(cancellationToken);
            try
            {
                return await poller.PollAsync(feed, cancellationToken);
            }
            finally
            {
                places.Release();
            }
        }
    }
}

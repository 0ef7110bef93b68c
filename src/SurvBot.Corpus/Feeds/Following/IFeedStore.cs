using SurvBot.Corpus.Store;

namespace SurvBot.Corpus.Feeds.Following;

/// <summary>The durable truth about feeds and what they announced. Every write is one transaction.</summary>
/// <remarks>All members throw <see cref="CorpusStoreException"/> when the storage fails.</remarks>
public interface IFeedStore
{
    /// <summary>All feeds by address.</summary>
    Task<IReadOnlyList<FollowedFeed>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One feed, or null.</summary>
    Task<FollowedFeed?> FindAsync(string address, CancellationToken cancellationToken);

    /// <summary>Follows feeds; those that are followed already stay as they are. Returns how many are new.</summary>
    Task<int> AddAsync(IReadOnlyList<FollowedFeed> feeds, CancellationToken cancellationToken);

    /// <summary>Forgets a feed and what it announced, never its articles; false when it is not there.</summary>
    Task<bool> RemoveAsync(string address, CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="most"/> feeds whose next poll has come, the longest overdue first.</summary>
    Task<IReadOnlyList<FollowedFeed>> GetDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Writes what a feed announces together with what the poll changed of the feed, so that neither is there without the other. New and changed
    /// articles wait from then on. Nothing is written where the feed was removed meanwhile.
    /// </summary>
    /// <param name="address">The feed's address before the poll; it may have moved.</param>
    /// <param name="articles">All that it announces now; null where it said nothing.</param>
    /// <param name="now">When it was polled.</param>
    /// <param name="after">The feed after the poll, by how many articles are new or changed.</param>
    /// <param name="cancellationToken">Stops before the write.</param>
    Task<int> RecordPollAsync(string address, IReadOnlyList<AnnouncedArticle>? articles, DateTimeOffset now, Func<int, FollowedFeed> after, CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="most"/> articles whose time to be fetched has come, each once however many feeds announce it.</summary>
    Task<IReadOnlyList<WaitingArticle>> GetWaitingAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>The article is in the corpus, for every feed that announces it.</summary>
    Task MarkTakenAsync(string url, CancellationToken cancellationToken);

    /// <summary>The article could not be had: it is tried again at <paramref name="nextTry"/>, or never where that is null.</summary>
    Task MarkFailedAsync(string url, string reason, DateTimeOffset? nextTry, CancellationToken cancellationToken);
}

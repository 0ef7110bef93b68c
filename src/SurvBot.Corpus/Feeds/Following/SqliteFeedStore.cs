using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Store;

namespace SurvBot.Corpus.Feeds.Following;

/// <summary>Feeds in the corpus's SQLite file, whose store must have been opened before.</summary>
public sealed class SqliteFeedStore(string path) : IFeedStore
{
    private const int Waiting = 0, Taken = 1, LeftOut = 2;

    // What a feed has not had for so long does not come back as new.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    private const string SelectFeeds = """
        SELECT address, title, site, heading, etag, last_modified AS lastModified, rhythm, next_poll AS nextPoll, polled_at AS polledAt, changed_at AS changedAt, polls, errors, last_error AS lastError, disabled,
            (SELECT count(*) FROM feed_items i WHERE i.feed = address AND i.state = 0) AS waiting, (SELECT count(*) FROM feed_items i WHERE i.feed = address AND i.state = 1) AS taken,
            (SELECT count(*) FROM feed_items i WHERE i.feed = address AND i.state = 2) AS leftOut
        FROM feeds
        """;

    private readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    public Task<IReadOnlyList<FollowedFeed>> ListAsync(CancellationToken cancellationToken) =>
        Use<IReadOnlyList<FollowedFeed>>(connection => [.. connection.Query<FeedRow>($"{SelectFeeds} ORDER BY address").Select(row => row.ToFeed())]);

    public Task<FollowedFeed?> FindAsync(string address, CancellationToken cancellationToken) =>
        Use(connection => connection.QuerySingleOrDefault<FeedRow>($"{SelectFeeds} WHERE address = @address", new { address })?.ToFeed());

    public Task<int> AddAsync(IReadOnlyList<FollowedFeed> feeds, CancellationToken cancellationToken) => Write((connection, transaction) => feeds.Sum(feed => connection.Execute(
        """
        INSERT INTO feeds (address, title, site, heading, rhythm, next_poll) VALUES (@Address, @Title, @Site, @Heading, @Rhythm, @NextPoll)
        ON CONFLICT (address) DO NOTHING
        """, FeedRow.Of(feed), transaction)));

    public Task<bool> RemoveAsync(string address, CancellationToken cancellationToken) =>
        Write((connection, transaction) => connection.Execute("DELETE FROM feeds WHERE address = @address", new { address }, transaction) > 0);

    public Task<IReadOnlyList<FollowedFeed>> GetDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => Use<IReadOnlyList<FollowedFeed>>(connection =>
        [.. connection.Query<FeedRow>($"{SelectFeeds} WHERE disabled IS NULL AND next_poll <= @now ORDER BY next_poll LIMIT @most", new { now = now.ToUnixTimeMilliseconds(), most }).Select(row => row.ToFeed())]);

    public Task<int> RecordPollAsync(string address, IReadOnlyList<AnnouncedArticle>? articles, DateTimeOffset now, Func<int, FollowedFeed> after, CancellationToken cancellationToken) => Write((connection, transaction) =>
    {
        if (connection.ExecuteScalar<int>("SELECT count(*) FROM feeds WHERE address = @address", new { address }, transaction) == 0)
            return 0;
        long at = now.ToUnixTimeMilliseconds();
        int announced = (articles ?? []).Sum(article => Announce(connection, transaction, address, article, at));
        if (articles is not null)
            connection.Execute("DELETE FROM feed_items WHERE feed = @address AND state <> @Waiting AND seen_at < @before", new { address, Waiting, before = (now - Memory).ToUnixTimeMilliseconds() }, transaction);
        connection.Execute(
            """
            UPDATE feeds SET address = @Address, title = @Title, site = @Site, etag = @Etag, last_modified = @LastModified, rhythm = @Rhythm, next_poll = @NextPoll,
                polled_at = @PolledAt, changed_at = @ChangedAt, polls = @Polls, errors = @Errors, last_error = @LastError, disabled = @Disabled
            WHERE address = @Before
            """, FeedRow.Of(after(announced)) with { Before = address }, transaction);
        return announced;
    });

    public Task<IReadOnlyList<WaitingArticle>> GetWaitingAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => Use<IReadOnlyList<WaitingArticle>>(connection =>
        [.. connection.Query<(string Url, string? Published, int Attempts, int Changed)>(
            """
            SELECT url, min(published), max(attempts), max(changed) FROM feed_items WHERE state = @Waiting AND next_try <= @now
            GROUP BY url ORDER BY min(next_try), url LIMIT @most
            """, new { Waiting, now = now.ToUnixTimeMilliseconds(), most })
            .Select(row => new WaitingArticle(row.Url, PartialDate.TryParse(row.Published, out var date) ? date : null, row.Attempts, row.Changed != 0))]);

    public Task MarkTakenAsync(string url, CancellationToken cancellationToken) =>
        Write((connection, transaction) => connection.Execute("UPDATE feed_items SET state = @Taken, changed = 0, reason = NULL WHERE url = @url AND state = @Waiting", new { url, Taken, Waiting }, transaction));

    public Task MarkFailedAsync(string url, string reason, DateTimeOffset? nextTry, CancellationToken cancellationToken) => Write((connection, transaction) => connection.Execute(
        "UPDATE feed_items SET state = @state, attempts = attempts + 1, next_try = coalesce(@next, next_try), reason = @reason WHERE url = @url AND state = @Waiting",
        new { url, reason, state = nextTry is null ? LeftOut : Waiting, next = nextTry?.ToUnixTimeMilliseconds(), Waiting }, transaction));

    /// <summary>1 where the article is new or changed, and waits from now on. One that another feed brought is there already.</summary>
    private static int Announce(SqliteConnection connection, SqliteTransaction transaction, string feed, AnnouncedArticle article, long now)
    {
        var values = new { feed, article.Url, article.Fingerprint, Published = article.Published?.ToString(), now, Waiting, Taken };
        if (connection.Execute("UPDATE feed_items SET seen_at = @now WHERE feed = @feed AND url = @Url AND fingerprint = @Fingerprint", values, transaction) > 0)
            return 0;
        return connection.Execute(
            """
            INSERT INTO feed_items (feed, url, fingerprint, published, seen_at, state, next_try)
            VALUES (@feed, @Url, @Fingerprint, @Published, @now, CASE WHEN EXISTS (SELECT 1 FROM feed_items WHERE url = @Url AND state = @Taken AND feed <> @feed) THEN @Taken ELSE @Waiting END, @now)
            ON CONFLICT (feed, url) DO UPDATE SET fingerprint = excluded.fingerprint, published = excluded.published, seen_at = excluded.seen_at, changed = (state = @Taken),
                state = @Waiting, attempts = 0, next_try = excluded.next_try, reason = NULL
            """, values, transaction);
    }

    private Task<T> Write<T>(Func<SqliteConnection, SqliteTransaction, T> work) => Use(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = work(connection, transaction);
        transaction.Commit();
        return result;
    });

    private Task<T> Use<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            connection.Execute("PRAGMA synchronous = FULL");
            return Task.FromResult(work(connection));
        }
        catch (SqliteException fault)
        {
            throw SqliteFault.Describe(fault, path);
        }
    }
}

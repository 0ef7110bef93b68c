using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Store;

/// <summary>The corpus in one SQLite file: the embedded default.</summary>
/// <remarks>
/// Write-ahead logging lets readers go on while an ingest writes; synchronous=FULL makes a reported commit survive power loss; secure_delete
/// overwrites what is removed. SQLite works synchronously, so the tasks returned here are complete, but for a removal that waits for readers.
/// </remarks>
public sealed class SqliteCorpusStore : ICorpusStore
{
    private const string VersionKey = "version", LastIngestKey = "last_ingest_at", ModelKey = "embedding_model";

    // The members of a group are copies of each other: the earliest few speak for all, be they thousands.
    private const int MostOfAGroup = 3;

    private const int MostCheckpoints = 200;
    private static readonly TimeSpan CheckpointPause = TimeSpan.FromMilliseconds(50);

    private readonly string path;
    private readonly string connectionString;
    private readonly TimeProvider clock;

    /// <summary>Opens or creates the corpus file at <paramref name="path"/>; its folder must exist.</summary>
    /// <exception cref="CorpusStoreException">The file is damaged, newer than this program, or cannot be written.</exception>
    public SqliteCorpusStore(string path, TimeProvider clock)
    {
        (this.path, this.clock) = (path, clock);
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        Use(connection =>
        {
            connection.Execute("PRAGMA journal_mode = WAL");
            SqliteSchema.Corpus.Migrate(connection, path);
            return 0;
        });
    }

    public Task<CorpusStatus> GetStatusAsync(CancellationToken cancellationToken) => Task.FromResult(Use(connection =>
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var dates = connection.Query<string>("SELECT published_at FROM articles WHERE published_from IN (SELECT min(published_from) FROM articles UNION SELECT max(published_from) FROM articles) ORDER BY published_from").AsList();
        var counts = connection.QuerySingle<(int Articles, int Passages, int Embedded)>("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM passages), (SELECT count(*) FROM vectors WHERE model = (SELECT value FROM state WHERE key = @ModelKey))", new { ModelKey });
        return new CorpusStatus(
            GetVersion(connection), counts.Articles, counts.Passages, counts.Embedded,
            ParseDate(dates.LastOrDefault()), ParseDate(dates.FirstOrDefault()),
            GetState(connection, LastIngestKey) is { } at ? ParseInstant(at) : null,
            GetState(connection, ModelKey));
    }));

    public Task<long> GetVersionAsync(CancellationToken cancellationToken) => Task.FromResult(Use(GetVersion));

    public Task<IReadOnlyList<Article>> GetArticlesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) => Task.FromResult(Use<IReadOnlyList<Article>>(connection =>
        [.. connection.Query<ArticleRow>($"{SelectArticles} WHERE id IN @ids", new { ids = Texts(ids) }).Select(row => row.ToArticle())]));

    public async IAsyncEnumerable<Article> ListArticlesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var article in Stream(connection => connection.Query<ArticleRow>($"{SelectArticles} ORDER BY published_from DESC NULLS LAST, url", buffered: false)).Select(row => row.ToArticle()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return article;
        }
    }

    public async IAsyncEnumerable<CorpusChange> ReadChangesAsync(long version, string? embeddingModel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var change in Stream(connection => ReadChanges(connection, version, embeddingModel)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return change;
        }
    }

    public Task<IReadOnlyDictionary<ArticleId, StoredContent>> GetContentAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) => Task.FromResult(Use<IReadOnlyDictionary<ArticleId, StoredContent>>(connection =>
        connection.Query<(string Id, byte[] Hash, int Revision, int Kind, string Group)>("SELECT id, content_hash, revision, source_kind, independence_group FROM articles WHERE id IN @ids", new { ids = Texts(ids) })
            .ToDictionary(row => new ArticleId(row.Id), row => new StoredContent(row.Hash, row.Revision, (SourceKind)row.Kind, new ArticleId(row.Group)))));

    public Task<IReadOnlyDictionary<ArticleId, DateTimeOffset>> GetTombstonesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) => Task.FromResult(Use<IReadOnlyDictionary<ArticleId, DateTimeOffset>>(connection =>
        connection.Query<(string Id, string RemovedAt)>("SELECT article_id, removed_at FROM tombstones WHERE article_id IN @ids", new { ids = Texts(ids) })
            .ToDictionary(row => new ArticleId(row.Id), row => ParseInstant(row.RemovedAt))));

    public Task<IReadOnlyList<CopyCandidate>> FindCopyCandidatesAsync(IReadOnlyCollection<long> bands, CancellationToken cancellationToken) => Task.FromResult(Use<IReadOnlyList<CopyCandidate>>(connection =>
        [.. connection.Query<(string Id, string Group, string Body)>("""
            SELECT id, independence_group, body FROM (
                SELECT id, independence_group, body, retrieved_at, row_number() OVER (PARTITION BY independence_group ORDER BY retrieved_at, id) AS place
                FROM articles WHERE id IN (SELECT article_id FROM copy_bands WHERE band IN @bands))
            WHERE place <= @MostOfAGroup ORDER BY retrieved_at, id
            """, new { bands, MostOfAGroup }).Select(row => new CopyCandidate(new ArticleId(row.Id), new ArticleId(row.Group), row.Body))]));

    public Task WriteAsync(IReadOnlyList<ArticleWrite> articles, CancellationToken cancellationToken) => Task.FromResult(Write((connection, version) =>
    {
        foreach (var write in articles)
            WriteArticle(connection, write, version);
        SetState(connection, LastIngestKey, FormatInstant(clock.GetUtcNow()));
        return true;
    }));

    public async Task<bool> RemoveAsync(ArticleId id, CancellationToken cancellationToken)
    {
        bool removed = Write((connection, version) =>
        {
            if (connection.Execute("DELETE FROM articles WHERE id = @id", new { id = id.Value }) == 0)
                return false;
            connection.Execute("INSERT INTO tombstones (article_id, removed_at, version) VALUES (@id, @at, @version)", new { id = id.Value, at = FormatInstant(clock.GetUtcNow()), version });
            return true;
        });
        await EmptyTheLogAsync(cancellationToken);
        return removed;
    }

    /// <summary>Deleted text still stands in the write-ahead log until that is folded back into the file, for which nobody may be reading.</summary>
    private async Task EmptyTheLogAsync(CancellationToken cancellationToken)
    {
        for (int i = 0; i < MostCheckpoints; i++)
        {
            if (Use(connection => connection.QuerySingle<(long Busy, long Log, long Checkpointed)>("PRAGMA wal_checkpoint(TRUNCATE)")).Busy == 0)
                return;
            await Task.Delay(CheckpointPause, cancellationToken);
        }
        throw new CorpusStoreException($"Another process reads {path}, so what was removed still stands in the log beside it: remove it again when that has ended.");
    }

    public Task<string?> GetServingModelAsync(CancellationToken cancellationToken) => Task.FromResult(Use(connection => GetState(connection, ModelKey)));

    public Task<IReadOnlyList<UnembeddedPassage>> GetUnembeddedAsync(string model, int limit, CancellationToken cancellationToken) => Task.FromResult(Use<IReadOnlyList<UnembeddedPassage>>(connection =>
        [.. connection.Query<(long Id, string Title, string Body, int Start, int End)>($"""
            SELECT p.id, a.title, a.body, p."start", p."end" FROM passages p JOIN articles a ON a.id = p.article_id WHERE {LacksVector} ORDER BY p.id LIMIT @limit
            """, new { model, limit }).Select(row => new UnembeddedPassage(row.Id, row.Title, row.Body[row.Start..row.End]))]));

    public Task<int> CountEmbeddedAsync(string model, CancellationToken cancellationToken) => Task.FromResult(Use(connection =>
        connection.QuerySingle<int>("SELECT count(*) FROM vectors WHERE model = @model", new { model })));

    public Task SetVectorsAsync(string model, IReadOnlyList<StoredVector> vectors, CancellationToken cancellationToken) => Task.FromResult(Transact(connection =>
    {
        long? version = GetState(connection, ModelKey) == model ? NextVersion(connection) : null;
        foreach (var (id, vector) in vectors)
        {
            connection.Execute("INSERT OR REPLACE INTO vectors (passage_id, model, vector) SELECT id, @model, @vector FROM passages WHERE id = @id", new { id, model, vector = ToBlob(vector) });
            if (version is not null)
                connection.Execute("UPDATE articles SET version = @version WHERE id = (SELECT article_id FROM passages WHERE id = @id)", new { id, version });
        }
        return true;
    }));

    public async IAsyncEnumerable<StoredVector> ReadVectorsAsync(string model, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (id, vector) in Stream(connection => connection.Query<(long Id, byte[] Vector)>("SELECT passage_id, vector FROM vectors WHERE model = @model", new { model }, buffered: false)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new StoredVector(id, FromBlob(vector));
        }
    }

    public Task<bool> TrySwitchModelAsync(string model, CancellationToken cancellationToken) => Task.FromResult(Use(connection => GetState(connection, ModelKey)) == model || Transact(connection =>
    {
        if (connection.QuerySingle<bool>($"SELECT EXISTS (SELECT 1 FROM passages p WHERE {LacksVector})", new { model }))
            return false;
        connection.Execute("DELETE FROM vectors WHERE model <> @model", new { model });
        SetState(connection, ModelKey, model);
        NextVersion(connection);
        return true;
    }));

    public IDisposable? TryLockForWriting() => TryLock(path + ".lock");

    public IDisposable? TryLockForEmbedding() => TryLock(path + ".embedding.lock");

    private FileStream? TryLock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new CorpusStoreException($"{path} cannot be written: give this user write permission, or use another --data folder.", fault);
        }
    }

    private static void WriteArticle(SqliteConnection connection, ArticleWrite write, long version)
    {
        var article = write.Article;
        string id = article.Id.Value;
        connection.Execute("""
            INSERT INTO revisions (article_id, revision, title, published_at, updated_at, retrieved_at, body)
            SELECT id, revision, title, published_at, updated_at, retrieved_at, body FROM articles WHERE id = @id
            """, new { id });
        connection.Execute("DELETE FROM passages WHERE article_id = @id; DELETE FROM copy_bands WHERE article_id = @id", new { id });
        connection.Execute("""
            INSERT INTO articles (id, url, title, publisher, author, published_at, published_from, updated_at, retrieved_at, language, source_kind, body, revision, independence_group, content_hash, version)
            VALUES (@id, @url, @title, @publisher, @author, @published, @from, @updated, @retrieved, @language, @kind, @body, @revision, @copyGroup, @hash, @version)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, publisher = excluded.publisher, author = excluded.author, published_at = excluded.published_at,
                published_from = excluded.published_from, updated_at = excluded.updated_at, retrieved_at = excluded.retrieved_at, language = excluded.language,
                source_kind = excluded.source_kind, body = excluded.body, revision = excluded.revision, independence_group = excluded.independence_group,
                content_hash = excluded.content_hash, version = excluded.version
            """, new
        {
            id,
            url = article.Url,
            title = article.Title,
            publisher = article.Publisher,
            author = article.Author,
            published = article.PublishedAt?.ToString(),
            from = article.PublishedAt is { } date ? FormatInstant(date.Start) : null,
            updated = article.UpdatedAt?.ToString(),
            retrieved = FormatInstant(article.RetrievedAt),
            language = article.Language,
            kind = (int)article.SourceKind,
            body = article.Body,
            revision = article.Revision,
            copyGroup = article.IndependenceGroup.Value,
            hash = write.ContentHash,
            version,
        });
        for (int i = 0; i < write.Passages.Count; i++)
        {
            long passage = connection.QuerySingle<long>("""INSERT INTO passages (article_id, ordinal, "start", "end") VALUES (@id, @ordinal, @start, @end) RETURNING id""",
                new { id, ordinal = i, start = write.Passages[i].Start, end = write.Passages[i].End });
            foreach (var (model, vectors) in write.Vectors)
                connection.Execute("INSERT INTO vectors (passage_id, model, vector) VALUES (@passage, @model, @vector)", new { passage, model, vector = ToBlob(vectors[i]) });
        }
        foreach (long band in write.CopyBands)
            connection.Execute("INSERT OR IGNORE INTO copy_bands (band, article_id) VALUES (@band, @id)", new { band, id });
    }

    private static IEnumerable<CorpusChange> ReadChanges(SqliteConnection connection, long version, string? embeddingModel)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var removed = connection.Query<string>("SELECT article_id FROM tombstones WHERE version > @version", new { version });
        foreach (string id in removed)
            yield return new CorpusChange(new ArticleId(id), null, []);

        foreach (var row in connection.Query<ArticleRow>($"{SelectArticles} WHERE version > @version ORDER BY version, id", new { version }, buffered: false))
        {
            var passages = connection.Query<(long Id, int Ordinal, int Start, int End, byte[]? Vector)>("""
                SELECT p.id, p.ordinal, p."start", p."end", v.vector FROM passages p LEFT JOIN vectors v ON v.passage_id = p.id AND v.model = @embeddingModel
                WHERE p.article_id = @id ORDER BY p.ordinal
                """, new { id = row.Id, embeddingModel })
                .Select(p => new StoredPassage(new Passage(p.Id, new ArticleId(row.Id), p.Ordinal, p.Start, p.End), p.Vector is null ? null : FromBlob(p.Vector)));
            yield return new CorpusChange(new ArticleId(row.Id), row.ToArticle(), [.. passages]);
        }
    }

    /// <summary>A transaction after which readers have something new.</summary>
    private T Write<T>(Func<SqliteConnection, long, T> work) => Transact(connection => work(connection, NextVersion(connection)));

    private T Transact<T>(Func<SqliteConnection, T> work) => Use(connection =>
    {
        connection.Execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
        using var transaction = connection.BeginTransaction(deferred: false);
        T result = work(connection);
        transaction.Commit();
        return result;
    });

    private static long NextVersion(SqliteConnection connection)
    {
        long version = GetVersion(connection) + 1;
        SetState(connection, VersionKey, version.ToString(CultureInfo.InvariantCulture));
        return version;
    }

    private T Use<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            return work(connection);
        }
        catch (SqliteException fault)
        {
            throw SqliteFault.Describe(fault, path);
        }
    }

    private IEnumerable<T> Stream<T>(Func<SqliteConnection, IEnumerable<T>> query)
    {
        using var connection = new SqliteConnection(connectionString);
        using var rows = Guard(() =>
        {
            connection.Open();
            return query(connection).GetEnumerator();
        });
        while (Guard(rows.MoveNext))
            yield return rows.Current;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw SqliteFault.Describe(fault, path);
        }
    }

    private static long GetVersion(SqliteConnection connection) => GetState(connection, VersionKey) is { } version ? long.Parse(version, CultureInfo.InvariantCulture) : 0;

    private static string? GetState(SqliteConnection connection, string key) => connection.QuerySingleOrDefault<string>("SELECT value FROM state WHERE key = @key", new { key });

    private static void SetState(SqliteConnection connection, string key, string value) =>
        connection.Execute("INSERT INTO state (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value", new { key, value });

    private static string[] Texts(IReadOnlyCollection<ArticleId> ids) => [.. ids.Select(id => id.Value)];

    private static byte[] ToBlob(Half[] vector) => MemoryMarshal.AsBytes(vector.AsSpan()).ToArray();

    private static Half[] FromBlob(byte[] vector) => MemoryMarshal.Cast<byte, Half>(vector).ToArray();

    private static string FormatInstant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset ParseInstant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static PartialDate? ParseDate(string? text) => PartialDate.TryParse(text, out var date) ? date : null;

    private const string LacksVector = "NOT EXISTS (SELECT 1 FROM vectors v WHERE v.passage_id = p.id AND v.model = @model)";

    private const string SelectArticles = """
        SELECT id AS Id, url AS Url, title AS Title, publisher AS Publisher, author AS Author, published_at AS PublishedAt, updated_at AS UpdatedAt, retrieved_at AS RetrievedAt,
            language AS Language, source_kind AS SourceKind, body AS Body, revision AS Revision, independence_group AS IndependenceGroup FROM articles
        """;

    private sealed class ArticleRow
    {
        public required string Id { get; init; }
        public required string Url { get; init; }
        public required string Title { get; init; }
        public string? Publisher { get; init; }
        public string? Author { get; init; }
        public string? PublishedAt { get; init; }
        public string? UpdatedAt { get; init; }
        public required string RetrievedAt { get; init; }
        public string? Language { get; init; }
        public long SourceKind { get; init; }
        public required string Body { get; init; }
        public long Revision { get; init; }
        public required string IndependenceGroup { get; init; }

        public Article ToArticle() => new()
        {
            Url = Url,
            Title = Title,
            Publisher = Publisher,
            Author = Author,
            PublishedAt = ParseDate(PublishedAt),
            UpdatedAt = ParseDate(UpdatedAt),
            RetrievedAt = ParseInstant(RetrievedAt),
            Language = Language,
            SourceKind = (SourceKind)SourceKind,
            Body = Body,
            Revision = (int)Revision,
            IndependenceGroup = new ArticleId(IndependenceGroup),
        };
    }
}

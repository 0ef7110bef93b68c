using System.Reflection;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Conversations;

/// <summary>The file in which chats are kept, beside the corpus, so that an ingest never holds up an acknowledgement.</summary>
/// <remarks>
/// One thread writes. What is asked of it while a commit is under way goes into the next one together (group commit), so that one fsync
/// serves many and the time to acknowledge stays flat. synchronous=FULL: what was reported as written survives a loss of power.
/// </remarks>
public sealed class ChatDatabase : IAsyncDisposable
{
    private static readonly SqliteSchema Schema = new(Assembly.GetExecutingAssembly());

    private const int MostWaiting = 4096, MostInACommit = 256, SqliteBusy = 5;

    // A chat platform waits three seconds for its acknowledgement, and a refusal in time is better than silence.
    private const int SecondsForTheFile = 2;

    private readonly Channel<Job> jobs = Channel.CreateBounded<Job>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly string connectionString;
    private readonly Task writer;
    private SqliteConnection? connection;

    /// <summary>Opens or creates the file; its folder must exist.</summary>
    /// <exception cref="ChatStoreException">The file is damaged, newer than this program, or cannot be written.</exception>
    public ChatDatabase(string path)
    {
        Path = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = SecondsForTheFile }.ToString();
        connection = Guard(OpenForWriting);
        writer = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Does some work in a transaction; done when it is on the disk.</summary>
    /// <param name="work">It may run again when another one's work in the same commit fails, so it touches nothing but the connection.</param>
    /// <param name="cancellationToken">Ends the wait for a place in the queue; what has one is done.</param>
    /// <exception cref="ChatStoreException">It could not be written; nothing of it was.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        var job = new Job<T>(work);
        await jobs.Writer.WriteAsync(job, cancellationToken);
        return await job.Result;
    }

    /// <summary>Reads what is committed.</summary>
    /// <exception cref="ChatStoreException">The file cannot be read.</exception>
    public T Read<T>(Func<SqliteConnection, T> work) => Guard(() =>
    {
        using var reader = new SqliteConnection(connectionString);
        reader.Open();
        return work(reader);
    });

    /// <summary>Asks the file itself whether it takes a write now. Only a commit shows that the disk is full.</summary>
    /// <exception cref="ChatStoreException">It does not.</exception>
    public Task CheckWritableAsync(CancellationToken cancellationToken) =>
        WriteAsync(connection => connection.Execute($"PRAGMA user_version = {Schema.Current}"), cancellationToken);

    /// <summary>Writes what still waits, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        jobs.Writer.TryComplete();
        await writer;
        connection?.Dispose();
    }

    private void WriteAll()
    {
        var batch = new List<Job>();
        while (jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostInACommit && jobs.Reader.TryRead(out var job))
                batch.Add(job);
            while (batch.Count > 0 && Commit(batch) is { } failed)
                batch.Remove(failed);
            batch.Clear();
        }
    }

    /// <summary>Commits the batch; gives the job that failed and for which all others must be done again, or null when all know their result.</summary>
    private Job? Commit(List<Job> batch)
    {
        Job? current = null;
        try
        {
            connection ??= OpenForWriting();
            using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var job in batch)
            {
                current = job;
                job.Run(connection);
            }
            current = null;
            transaction.Commit();
            batch.ForEach(job => job.Succeed());
            return null;
        }
        catch (Exception fault) when (current is not null && fault is not SqliteException)
        {
            current.Fail(fault);
            return current;
        }
        catch (Exception fault)
        {
            // The disk is full or gone: nobody's work was kept, and the next batch begins with a fresh connection.
            var told = fault is SqliteException sqlite ? Describe(sqlite) : fault;
            batch.ForEach(job => job.Fail(told));
            // Those who came meanwhile have waited for the same file, and would only wait as long once more.
            while (fault is SqliteException { SqliteErrorCode: SqliteBusy } && jobs.Reader.TryRead(out var late))
                late.Fail(told);
            connection?.Dispose();
            connection = null;
            return null;
        }
    }

    private SqliteConnection OpenForWriting()
    {
        var opened = new SqliteConnection(connectionString);
        try
        {
            opened.Open();
            opened.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -16000");
            Schema.Migrate(opened, Path);
            return opened;
        }
        catch (Exception fault)
        {
            opened.Dispose();
            if (fault is CorpusStoreException)
                throw new ChatStoreException(fault.Message, fault);
            throw;
        }
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw Describe(fault);
        }
    }

    private ChatStoreException Describe(SqliteException fault) => new(SqliteFault.Explain(fault, Path), fault);

    private abstract class Job
    {
        public abstract void Run(SqliteConnection connection);

        public abstract void Succeed();

        public abstract void Fail(Exception fault);
    }

    private sealed class Job<T>(Func<SqliteConnection, T> work) : Job
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Result => done.Task;

        public override void Run(SqliteConnection connection) => result = work(connection);

        public override void Succeed() => done.TrySetResult(result!);

        public override void Fail(Exception fault) => done.TrySetException(fault);
    }
}

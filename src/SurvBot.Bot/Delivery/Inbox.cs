using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Receipts;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Delivery;

/// <summary>What became of a message that was handed in.</summary>
public enum Acceptance
{
    /// <summary>It is on the disk and will be answered.</summary>
    Accepted,

    /// <summary>It was there already; whoever delivers it again has been served.</summary>
    Duplicate,

    /// <summary>Too many questions wait.</summary>
    Busy,

    /// <summary>This person or workspace asked too much within a minute.</summary>
    OverQuota,
}

/// <summary>Messages that wait for their answer. What it accepted is never lost, and is answered once however often it is delivered.</summary>
/// <remarks>Every member throws <see cref="ChatStoreException"/> when the file fails; then the platform must not get its acknowledgement.</remarks>
public sealed class Inbox(ChatDatabase database, Quota quota, DeliveryWake wake, DeliveryOptions options, TimeProvider clock)
{
    private const int MostCharacters = 20_000;

    // The second half says nothing new, but without it SQLite does not see that its index of what is open serves.
    private const string Waits = "state = 0 AND message IS NOT NULL";

    private readonly InboxInsert insert = new();
    private int waiting;

    /// <summary>Messages that wait or are being answered.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Counts what waits, for which acknowledgements are too frequent; another process may have brought dead letters back.</summary>
    public void Recount() => Volatile.Write(ref waiting, database.Read(connection => connection.QuerySingle<int>($"SELECT count(*) FROM inbox WHERE {Waits}")));

    /// <summary>How long the oldest message has waited; zero when none waits.</summary>
    public TimeSpan OldestAge => database.Read(connection => connection.QuerySingleOrDefault<long?>($"SELECT received_at FROM inbox WHERE {Waits} ORDER BY place LIMIT 1")) is { } oldest
        ? clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(oldest) : TimeSpan.Zero;

    /// <summary>Takes a message in; when this returns <see cref="Acceptance.Accepted"/> or <see cref="Acceptance.Duplicate"/> it may be acknowledged.</summary>
    public async Task<Acceptance> AcceptAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (Waiting >= options.Backlog)
            return Knows(message) ? Acceptance.Duplicate : Acceptance.Busy;
        if (!quota.TryTake(message))
            return Knows(message) ? Acceptance.Duplicate : Acceptance.OverQuota;
        var row = InboxRow.Of(message with { Text = Bounded(message.Text) }, InboxState.Waiting, clock.GetUtcNow());
        if (!await database.WriteAsync(connection => insert.Run(connection, row), cancellationToken))
            return Acceptance.Duplicate;
        Interlocked.Increment(ref waiting);
        wake.Inbox.Ring();
        return Acceptance.Accepted;
    }

    /// <summary>Takes a message in, or says at once why not. Whoever delivered it may be acknowledged.</summary>
    public async Task TakeAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        switch (await AcceptAsync(message, cancellationToken))
        {
            case Acceptance.Busy:
                await ReplyAtOnceAsync(message, Notices.Busy(message.Id), cancellationToken);
                break;
            case Acceptance.OverQuota:
                await ReplyAtOnceAsync(message, Notices.OverQuota(message.Id), cancellationToken);
                break;
        }
    }

    /// <summary>Whether the message was accepted or refused before.</summary>
    private bool Knows(IncomingMessage message) => database.Read(connection =>
        connection.QuerySingleOrDefault<int?>("SELECT 1 FROM inbox WHERE id = @Id", new { message.Id }) is not null);

    /// <summary>Answers a message at once with a reply that needs no thought, such as that SurvBot is busy. False when the message was known before.</summary>
    /// <param name="message">What is answered.</param>
    /// <param name="reply">With what.</param>
    /// <param name="cancellationToken">Ends the wait for the file.</param>
    /// <param name="answer">The reply's text where its conversation is to remember it; null where it says nothing about the world.</param>
    public Task<bool> ReplyAtOnceAsync(IncomingMessage message, Reply reply, CancellationToken cancellationToken, string? answer = null)
    {
        var row = InboxRow.Of(message, InboxState.Done, clock.GetUtcNow());
        return database.WriteAsync(connection =>
        {
            if (!insert.Run(connection, row))
                return false;
            if (answer is not null)
                ConversationStore.Add(connection, message, reply, answer);
            OutboxWriter.Add(connection, message, reply, post: null, inDoubt: false, isNotice: answer is null, clock.GetUtcNow());
            return true;
        }, cancellationToken);
    }

    /// <summary>Takes up to <paramref name="most"/> messages on lease: the oldest, but never two of one conversation, since the second may lean on the first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="underWay">Ids that this process works on already, whatever their lease says: it may have been stopped for longer than that.</param>
    /// <param name="cancellationToken">Ends the wait for the file.</param>
    public Task<IReadOnlyList<LeasedMessage>> LeaseAsync(int most, IReadOnlyCollection<string> underWay, CancellationToken cancellationToken)
    {
        long now = Now, until = now + (long)options.Lease.TotalMilliseconds;
        return database.WriteAsync(connection => StoredRow.ReadEach(connection, "inbox",
            connection.Query<Row>($"""
                UPDATE inbox SET due = @until, attempts = attempts + 1 WHERE place IN (
                    SELECT place FROM inbox AS i WHERE {Waits} AND due <= @now AND id NOT IN @underWay
                        AND NOT EXISTS (SELECT 1 FROM inbox AS earlier WHERE earlier.state = 0 AND earlier.message IS NOT NULL AND earlier.conversation_id = i.conversation_id AND earlier.place < i.place)
                    ORDER BY place LIMIT @most)
                RETURNING place, message, attempts, failures, post
                """, new { now, until, most, underWay }),
            row => row.Place,
            row => new LeasedMessage(StoredRow.Read<IncomingMessage>(row.Message), (int)row.Attempts, (int)row.Failures, row.Post)), cancellationToken);
    }

    private sealed record Row(long Place, string Message, long Attempts, long Failures, string? Post);

    /// <summary>Keeps the platform's name for the post that says that the answer is on its way.</summary>
    public Task SetPostAsync(string id, string post, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute("UPDATE inbox SET post = @post WHERE id = @id AND state = 0", new { id, post }), cancellationToken);

    /// <summary>The message is answered: its turn, its receipt and the reply to be sent are written, and it is done, all or nothing. False when it was done or forgotten meanwhile.</summary>
    public async Task<bool> CompleteAsync(LeasedMessage leased, Reply reply, string answer, CancellationToken cancellationToken, Receipt? receipt = null)
    {
        bool completed = await database.WriteAsync(connection => Finish(connection, leased, InboxState.Done, reply, null, answer, receipt), cancellationToken);
        if (completed)
            Interlocked.Decrement(ref waiting);
        return completed;
    }

    /// <summary>The message could not be answered: it is tried again after a pause.</summary>
    public Task RetryAsync(LeasedMessage leased, string error, CancellationToken cancellationToken)
    {
        long due = Now + (long)Pause.After(leased.Failures, options).TotalMilliseconds;
        return database.WriteAsync(connection => connection.Execute("UPDATE inbox SET due = @due, failures = failures + 1, error = @error WHERE id = @Id AND state = 0", new { leased.Message.Id, due, error }), cancellationToken);
    }

    /// <summary>The message cannot be answered: it is put aside for a person to look at, and whoever asked is told.</summary>
    public async Task GiveUpAsync(LeasedMessage leased, Reply apology, string error, CancellationToken cancellationToken)
    {
        if (await database.WriteAsync(connection => Finish(connection, leased, InboxState.Dead, apology, error, answer: null), cancellationToken))
            Interlocked.Decrement(ref waiting);
    }

    /// <summary>Whoever asked wants no answer any more: the message is done, and nothing is said.</summary>
    public async Task DismissAsync(LeasedMessage leased, CancellationToken cancellationToken)
    {
        int changed = await database.WriteAsync(connection =>
            connection.Execute("UPDATE inbox SET state = @done, message = NULL WHERE id = @Id AND state = 0", new { leased.Message.Id, done = (int)InboxState.Done }), cancellationToken);
        if (changed > 0)
            Interlocked.Decrement(ref waiting);
        wake.Inbox.Ring();
    }

    /// <summary>Gives a lease back before it ran out, as if it had never been taken.</summary>
    public Task ReleaseAsync(LeasedMessage leased, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute("UPDATE inbox SET due = 0 WHERE id = @Id AND state = 0", new { leased.Message.Id }), cancellationToken);

    /// <summary>Ends all leases: whoever held them is gone. Only for the one process that owns the folder.</summary>
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(connection => connection.Execute($"UPDATE inbox SET due = 0 WHERE {Waits}; UPDATE outbox SET due = 0 WHERE state = 0"), cancellationToken);
        Recount();
    }

    private bool Finish(SqliteConnection connection, LeasedMessage leased, InboxState state, Reply reply, string? error, string? answer, Receipt? receipt = null)
    {
        var message = leased.Message;
        // What failed keeps its text, so that it can be answered when the fault is mended.
        int changed = connection.Execute(
            "UPDATE inbox SET state = @state, message = CASE WHEN @keep THEN message END, error = @error, failures = failures + @keep WHERE id = @Id AND state = 0",
            new { message.Id, state = (int)state, keep = state == InboxState.Dead ? 1 : 0, error });
        if (changed == 0)
            return false;
        if (answer is not null)
            ConversationStore.Add(connection, message, reply, answer);
        if (receipt is not null)
            ReceiptStore.Add(connection, receipt, message.Address.ConversationId);
        // Begun more than once and no post known: an earlier attempt may have posted and died before it could say so.
        OutboxWriter.Add(connection, message, reply, leased.Post, inDoubt: leased is { Attempts: > 1, Post: null }, isNotice: false, clock.GetUtcNow());
        return true;
    }

    // No question is this long: it will be refused, and need not be kept whole for that.
    private static string Bounded(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters];

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

/// <summary>A message that one worker has to itself for a while.</summary>
/// <param name="Message">The message.</param>
/// <param name="Attempts">How often it was taken, this time included.</param>
/// <param name="Failures">How often answering it failed.</param>
/// <param name="Post">The platform's name for the post that says that the answer is on its way, or null.</param>
public sealed record LeasedMessage(IncomingMessage Message, int Attempts, int Failures, string? Post);

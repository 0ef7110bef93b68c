using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Delivery;

/// <summary>Replies that wait for their channel to take them.</summary>
/// <remarks>Every member throws <see cref="ChatStoreException"/> when the file fails.</remarks>
public sealed class Outbox(ChatDatabase database, DeliveryOptions options, TimeProvider clock)
{
    /// <summary>Replies of which nobody knows whether they were posted.</summary>
    public int InDoubt => database.Read(connection => connection.QuerySingle<int>("SELECT count(*) FROM outbox WHERE state = 0 AND attempts > 1 AND post IS NULL"));

    /// <summary>Takes up to <paramref name="most"/> replies on lease, the oldest first; notices only when no answer waits.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="underWay">Ids that this process is sending already, whatever their lease says.</param>
    /// <param name="cancellationToken">Ends the wait for the file.</param>
    public Task<IReadOnlyList<LeasedReply>> LeaseAsync(int most, IReadOnlyCollection<string> underWay, CancellationToken cancellationToken)
    {
        long now = Now, until = now + (long)options.Lease.TotalMilliseconds;
        return database.WriteAsync(connection => StoredRow.ReadEach(connection, "outbox",
            connection.Query<Row>("""
                UPDATE outbox SET due = @until, attempts = attempts + 1 WHERE place IN (
                    SELECT place FROM outbox WHERE state = 0 AND due <= @now AND id NOT IN @underWay ORDER BY is_notice, place LIMIT @most)
                RETURNING place, address, reply, attempts, failures, post, in_doubt AS inDoubt
                """, new { now, until, most, underWay }),
            row => row.Place,
            row => new LeasedReply(StoredRow.Read<Address>(row.Address), StoredRow.Read<Reply>(row.Reply), (int)row.Failures, row.Post, IsInDoubt: row.Attempts > 1 || row.InDoubt != 0, WasTried: row.Attempts > 1)), cancellationToken);
    }

    private sealed record Row(long Place, string Address, string Reply, long Attempts, long Failures, string? Post, long InDoubt);

    /// <summary>The channel has the reply, as <paramref name="post"/>; its text is not kept here any longer.</summary>
    public Task MarkDeliveredAsync(string id, string post, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute("UPDATE outbox SET state = 1, reply = NULL, address = NULL, error = NULL, post = @post WHERE id = @id AND state = 0", new { id, post }), cancellationToken);

    /// <summary>The channel did not take it: it is tried again after a pause, or when the channel says.</summary>
    /// <param name="leased">The reply.</param>
    /// <param name="error">Why, in one line.</param>
    /// <param name="retryAfter">When the channel wants it again: to be told to wait is no failure, and nothing was posted.</param>
    /// <param name="mayStand">Whether nobody knows if it was posted.</param>
    /// <param name="cancellationToken">Ends the wait for the file.</param>
    public Task RetryAsync(LeasedReply leased, string error, TimeSpan? retryAfter, bool mayStand, CancellationToken cancellationToken)
    {
        long due = Now + (long)(retryAfter ?? Pause.After(leased.Failures, options)).TotalMilliseconds;
        int failed = retryAfter is null ? 1 : 0, tried = mayStand ? 1 : 0;
        return database.WriteAsync(connection => connection.Execute("UPDATE outbox SET due = @due, failures = failures + @failed, attempts = attempts - 1 + @tried, error = @error WHERE id = @Id AND state = 0", new { leased.Reply.Id, due, failed, tried, error }), cancellationToken);
    }

    /// <summary>The channel will never take it: it is put aside for a person to look at, who may have it sent again.</summary>
    /// <param name="leased">The reply.</param>
    /// <param name="error">Why, in one line.</param>
    /// <param name="mayStand">Whether nobody knows if it was posted.</param>
    /// <param name="cancellationToken">Ends the wait for the file.</param>
    public Task GiveUpAsync(LeasedReply leased, string error, bool mayStand, CancellationToken cancellationToken)
    {
        int tried = mayStand ? 1 : 0;
        return database.WriteAsync(connection => connection.Execute("UPDATE outbox SET state = 2, failures = failures + 1, attempts = attempts - 1 + @tried, error = @error WHERE id = @Id AND state = 0", new { leased.Reply.Id, tried, error }), cancellationToken);
    }

    /// <summary>Gives a lease back before it ran out.</summary>
    public Task ReleaseAsync(LeasedReply leased, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.Execute("UPDATE outbox SET due = 0 WHERE id = @Id AND state = 0", new { leased.Reply.Id }), cancellationToken);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

/// <summary>A reply that one worker has to itself for a while.</summary>
/// <param name="To">Where it belongs.</param>
/// <param name="Reply">What is to be shown.</param>
/// <param name="Failures">How often sending it failed.</param>
/// <param name="Post">The platform's name for the post whose place it takes, or null.</param>
/// <param name="IsInDoubt">Whether an earlier attempt may have posted it, or that it is on its way.</param>
/// <param name="WasTried">Whether sending the reply itself was tried before, with an end that nobody knows.</param>
public sealed record LeasedReply(Address To, Reply Reply, int Failures, string? Post, bool IsInDoubt, bool WasTried);

/// <summary>Writes replies into the outbox as part of somebody's transaction.</summary>
internal static class OutboxWriter
{
    /// <summary>A reply to a message that has one takes its place, and its post.</summary>
    public static void Add(SqliteConnection connection, IncomingMessage message, Reply reply, string? post, bool inDoubt, bool isNotice, DateTimeOffset now) => connection.Execute("""
        INSERT INTO outbox (id, workspace_key, user_key, channel, address, reply, post, in_doubt, is_notice, written_at) VALUES (@Id, @WorkspaceKey, @UserKey, @Channel, @address, @json, @post, @inDoubt, @isNotice, @at)
        ON CONFLICT (id) DO UPDATE SET address = excluded.address, reply = excluded.reply, post = coalesce(excluded.post, outbox.post), in_doubt = 1, state = 0, due = 0, failures = 0, error = NULL
        """, new
    {
        reply.Id,
        message.WorkspaceKey,
        message.UserKey,
        message.Address.Channel,
        address = JsonSerializer.Serialize(message.Address, ReplyJson.Options),
        json = JsonSerializer.Serialize(reply, ReplyJson.Options),
        post,
        inDoubt,
        isNotice,
        at = now.ToUnixTimeMilliseconds(),
    });
}

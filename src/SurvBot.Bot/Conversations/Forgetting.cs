using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Bot.Receipts;

namespace SurvBot.Bot.Conversations;

/// <summary>Removes what people wrote, and what was answered, so that no trace is left in the file or its log.</summary>
/// <remarks>Every member throws <see cref="ChatStoreException"/> when the file fails.</remarks>
public sealed class Forgetting(ChatDatabase database, TimeProvider clock)
{
    private const int MostCheckpoints = 200;
    private static readonly TimeSpan CheckpointPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Forgets all that a person asked and was answered; gives the number of turns.</summary>
    public Task<int> ForgetUserAsync(string userKey, CancellationToken cancellationToken) => ForgetAsync(
        "user_key = @key", "DELETE FROM routes WHERE user_key = @key OR conversation_id IN (SELECT conversation_id FROM inbox WHERE user_key = @key); UPDATE room_settings SET user_key = NULL WHERE user_key = @key; " + UsageStore.Disown, new { key = userKey }, cancellationToken);

    /// <summary>Forgets all of a workspace.</summary>
    public Task<int> ForgetWorkspaceAsync(string workspaceKey, CancellationToken cancellationToken) =>
        ForgetAsync("user_key IN (SELECT user_key FROM conversations WHERE workspace_key = @key UNION SELECT user_key FROM inbox WHERE workspace_key = @key UNION SELECT user_key FROM outbox WHERE workspace_key = @key)", "DELETE FROM routes WHERE workspace_key = @key; DELETE FROM room_settings WHERE workspace_key = @key; DELETE FROM model_usage WHERE workspace_key = @key", new { key = workspaceKey }, cancellationToken, receipts: "workspace_key = @key");

    /// <summary>Forgets all that was asked in what a bot was removed from: a chat, a team.</summary>
    /// <param name="homeKey">As in <see cref="ReplyRoute.HomeKey"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the file.</param>
    public Task<int> ForgetHomeAsync(string homeKey, CancellationToken cancellationToken)
    {
        const string There = "SELECT conversation_id FROM routes WHERE home_key = @key";
        return ForgetAsync($"id IN (SELECT id FROM turns WHERE conversation_id IN ({There}) UNION SELECT id FROM inbox WHERE conversation_id IN ({There}))", "DELETE FROM routes WHERE home_key = @key; DELETE FROM room_settings WHERE home_key = @key", new { key = homeKey }, cancellationToken);
    }

    /// <summary>Forgets one question of a person with its answer, and what became of it by editing.</summary>
    public Task<int> ForgetMessageAsync(IncomingMessage message, CancellationToken cancellationToken) => ForgetAsync(
        "user_key = @UserKey AND (id = @Id OR id IN (SELECT id FROM turns WHERE conversation_id = @conversation AND substr(message_id, 1, length(@edits)) = @edits))", null,
        new { message.UserKey, message.Id, conversation = message.Address.ConversationId, edits = $"{message.MessageId}{IncomingMessage.EditMark}" }, cancellationToken, message.Address.ConversationId);

    /// <summary>Forgets one conversation of a person.</summary>
    public Task<int> ForgetConversationAsync(string userKey, string conversationId, CancellationToken cancellationToken) =>
        ForgetAsync("user_key = @userKey AND id IN (SELECT id FROM turns WHERE conversation_id = @conversationId UNION SELECT id FROM inbox WHERE conversation_id = @conversationId)", null, new { userKey, conversationId }, cancellationToken);

    /// <summary>Forgets what was asked before an instant; what is still to be answered or delivered stays.</summary>
    public async Task<int> ForgetBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        int forgotten = await database.WriteAsync(connection =>
        {
            var old = new { before = instant.ToUnixTimeMilliseconds() };
            int turns = ReceiptStore.Forget(connection, "asked_at < @before", old) + connection.Execute("DELETE FROM turns WHERE asked_at < @before", old);
            connection.Execute("DELETE FROM outbox WHERE written_at < @before AND state <> 0; DELETE FROM inbox WHERE received_at < @before AND state <> 0 AND id NOT IN (SELECT id FROM outbox WHERE state = 0)", old);
            // Whoever writes there again is known again; until then nobody's name stays, but where a reply still waits to be sent.
            connection.Execute("DELETE FROM routes WHERE conversation_id NOT IN (SELECT conversation_id FROM inbox)");
            connection.Execute("DELETE FROM model_usage WHERE day < @day", new { day = UsageStore.NameOf(DateOnly.FromDateTime(instant.UtcDateTime)) });
            DropEmptyConversations(connection);
            foreach (string id in connection.Query<string>("SELECT id FROM conversations WHERE started_at < @before", old).ToList())
                ConversationStore.Retitle(connection, id);
            return turns;
        }, cancellationToken);
        await EmptyTheLogAsync(cancellationToken);
        return forgotten;
    }

    private async Task<int> ForgetAsync(string whose, string? besides, object keys, CancellationToken cancellationToken, string? retitled = null, string? receipts = null)
    {
        int forgotten = await database.WriteAsync(connection =>
        {
            // Where only one person sees the answers they stand in a conversation of their own, which whoever takes the question back does not know.
            if (retitled is not null)
                retitled = connection.QuerySingleOrDefault<string>("SELECT conversation_id FROM turns WHERE id = @Id", keys) ?? retitled;
            // The rows stay without words or names, so that a late delivery of a forgotten message does not bring it back.
            connection.Execute($"UPDATE outbox SET state = 1, reply = NULL, address = NULL, error = NULL, post = NULL WHERE {whose}", keys);
            connection.Execute($"UPDATE inbox SET state = 1, message = NULL, error = NULL, post = NULL WHERE {whose}", keys);
            int turns = ReceiptStore.Forget(connection, whose, keys, receipts) + connection.Execute($"DELETE FROM turns WHERE {whose}", keys);
            if (besides is not null)
                connection.Execute(besides, keys);
            connection.Execute("UPDATE conversations SET title = '' WHERE NOT EXISTS (SELECT 1 FROM turns WHERE turns.conversation_id = conversations.id AND turns.user_key = conversations.user_key)");
            if (retitled is not null)
                ConversationStore.Retitle(connection, retitled);
            DropEmptyConversations(connection);
            return turns;
        }, cancellationToken);
        await EmptyTheLogAsync(cancellationToken);
        return forgotten;
    }

    private static void DropEmptyConversations(SqliteConnection connection) =>
        connection.Execute("DELETE FROM conversations WHERE NOT EXISTS (SELECT 1 FROM turns WHERE turns.conversation_id = conversations.id)");

    /// <summary>secure_delete overwrites what is deleted in the file; the log beside it keeps the old pages until it is folded back, for which nobody may be reading.</summary>
    private async Task EmptyTheLogAsync(CancellationToken cancellationToken)
    {
        for (int i = 0; i < MostCheckpoints; i++)
        {
            if (database.Read(connection => connection.QuerySingle<(long Busy, long Log, long Checkpointed)>("PRAGMA wal_checkpoint(TRUNCATE)")).Busy == 0)
                return;
            await Task.Delay(CheckpointPause, clock, cancellationToken);
        }
        throw new ChatStoreException($"Somebody keeps reading {database.Path}, so what was forgotten still stands in the log beside it: forget it again.");
    }
}

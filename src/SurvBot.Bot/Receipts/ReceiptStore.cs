using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Answers;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Receipts;

/// <summary>Keeps receipts beside the chats, for as long as a chat is kept.</summary>
/// <remarks>Members that read or write throw <see cref="ChatStoreException"/> when the file fails.</remarks>
public sealed class ReceiptStore(ChatDatabase database, ConversationOptions options, TimeProvider clock)
{
    private const int MostListed = 20;

    /// <summary>Keeps the receipt of an answer that is no reply in a chat. Those that are, are kept with their turn: <see cref="Delivery.Inbox.CompleteAsync"/>.</summary>
    public Task KeepAsync(Question question, Answer answer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(connection =>
        {
            Add(connection, new Receipt(answer.Id, now, question, answer), conversationId: null);
            // A folder that nobody serves has nobody either who forgets at night.
            return options.RetentionDays == 0 ? 0 : connection.Execute("DELETE FROM receipts WHERE asked_at < @before", new { before = now.AddDays(-options.RetentionDays).ToUnixTimeMilliseconds() });
        }, cancellationToken);
    }

    /// <summary>The receipt of a reply or an answer, the last where several have the id; null where there is none.</summary>
    public Receipt? Find(string id) => database.Read(connection =>
        connection.QueryFirstOrDefault<string>("SELECT receipt FROM receipts WHERE id = @id OR answer_id = @id ORDER BY place DESC LIMIT 1", new { id }) is { } json ? Read(json) : null);

    /// <summary>The last twenty, the latest first.</summary>
    public IReadOnlyList<Receipt> ListLast() => database.Read(connection =>
        connection.Query<string>("SELECT receipt FROM receipts ORDER BY place DESC LIMIT @MostListed", new { MostListed }).Select(Read).ToList());

    /// <summary>Writes a receipt as part of a transaction; one of a conversation after its turn.</summary>
    internal static void Add(SqliteConnection connection, Receipt receipt, string? conversationId) => connection.Execute("""
        INSERT INTO receipts (id, answer_id, conversation_id, workspace_key, user_key, asked_at, history_from, receipt) VALUES (@Id, @answerId, @conversationId, @Workspace, @User, @at,
            (SELECT min(place) FROM (SELECT place FROM turns WHERE conversation_id = @conversationId AND answer <> '' AND id <> @Id ORDER BY place DESC LIMIT @turns)), @json)
        """, new
    {
        receipt.Id,
        answerId = receipt.Answer.Id,
        conversationId,
        receipt.Question.Asker.Workspace,
        receipt.Question.Asker.User,
        at = receipt.AskedAt.ToUnixTimeMilliseconds(),
        turns = receipt.Question.History.Count,
        json = JsonSerializer.Serialize(receipt, AnswerJson.Compact),
    });

    /// <summary>Forgets receipts as part of a transaction, before the turns go that they belong to; gives how many of them belonged to none.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="turns">Which turns are forgotten. What others asked after them in the same thread may hold their words, and goes too.</param>
    /// <param name="keys">Parameters of the conditions.</param>
    /// <param name="receipts">Which receipts, where other words are needed for that.</param>
    internal static int Forget(SqliteConnection connection, string turns, object keys, string? receipts = null)
    {
        int alone = connection.Execute($"DELETE FROM receipts WHERE conversation_id IS NULL AND ({receipts ?? turns})", keys);
        connection.Execute($"""
            DELETE FROM receipts WHERE ({receipts ?? turns}) OR EXISTS (
                SELECT 1 FROM turns WHERE turns.conversation_id = receipts.conversation_id AND turns.place >= receipts.history_from
                    AND turns.place < (SELECT own.place FROM turns AS own WHERE own.id = receipts.id) AND ({turns}))
            """, keys);
        return alone;
    }

    private static Receipt Read(string json) => JsonSerializer.Deserialize<Receipt>(json, AnswerJson.Compact)!;
}

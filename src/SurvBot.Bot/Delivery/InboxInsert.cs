using System.Text.Json;
using Microsoft.Data.Sqlite;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Delivery;

/// <summary>The statement that every acknowledgement waits for, compiled once for each connection: that takes longer than to run it.</summary>
/// <remarks>For the writing thread alone.</remarks>
internal sealed class InboxInsert
{
    private static readonly string[] Columns = ["id", "delivery_key", "conversation_id", "workspace_key", "user_key", "message", "state", "received_at"];

    private SqliteCommand? command;

    /// <summary>False when the message, or its delivery, is known.</summary>
    public bool Run(SqliteConnection connection, InboxRow row)
    {
        if (command?.Connection != connection)
            command = Compile(connection);
        // Only a command of the connection's own making knows the transaction that is open.
        using var open = connection.CreateCommand();
        command.Transaction = open.Transaction;
        object?[] values = [row.Id, row.DeliveryKey, row.ConversationId, row.WorkspaceKey, row.UserKey, row.Message, (int)row.State, row.ReceivedAt];
        for (int i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command.ExecuteNonQuery() > 0;
    }

    private static SqliteCommand Compile(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO inbox ({string.Join(", ", Columns)}) VALUES (@{string.Join(", @", Columns)}) ON CONFLICT DO NOTHING";
        foreach (string column in Columns)
            command.Parameters.Add(new SqliteParameter { ParameterName = column });
        return command;
    }
}

/// <summary>A message as it is written into the inbox, made before the writing thread's turn.</summary>
internal sealed record InboxRow(string Id, string DeliveryKey, string ConversationId, string WorkspaceKey, string UserKey, string? Message, InboxState State, long ReceivedAt)
{
    /// <summary>The text of what is done already is not kept.</summary>
    public static InboxRow Of(IncomingMessage message, InboxState state, DateTimeOffset receivedAt) => new(
        message.Id,
        Key.Of(message.Address.Channel, message.Address.Workspace, message.Address.Room, message.DeliveryId),
        message.Address.ConversationId,
        message.WorkspaceKey,
        message.UserKey,
        state == InboxState.Waiting ? JsonSerializer.Serialize(message, ReplyJson.Options) : null,
        state,
        receivedAt.ToUnixTimeMilliseconds());
}

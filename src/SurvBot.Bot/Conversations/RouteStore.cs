using Dapper;

namespace SurvBot.Bot.Conversations;

/// <summary>What a channel must know besides the address to reply there, in its own words: the latest it was told.</summary>
/// <remarks>Every member throws <see cref="ChatStoreException"/> when the file fails.</remarks>
public sealed class RouteStore(ChatDatabase database)
{
    /// <summary>Keeps the route to a conversation; writes only what is new.</summary>
    public async Task KeepAsync(ReplyRoute route, CancellationToken cancellationToken)
    {
        if (Find(route.ConversationId) == route.Way)
            return;
        await database.WriteAsync(connection => connection.Execute("""
            INSERT INTO routes (conversation_id, workspace_key, home_key, user_key, route) VALUES (@ConversationId, @WorkspaceKey, @HomeKey, @UserKey, @Way)
            ON CONFLICT (conversation_id) DO UPDATE SET route = excluded.route, home_key = excluded.home_key
            """, route), cancellationToken);
    }

    /// <summary>The way to a conversation, or null when it was never told or has been forgotten.</summary>
    /// <param name="conversationId">From <see cref="Address.ConversationId"/>.</param>
    public string? Find(string conversationId) => database.Read(connection => connection.QuerySingleOrDefault<string>("SELECT route FROM routes WHERE conversation_id = @conversationId", new { conversationId }));
}

/// <summary>How to reach a conversation.</summary>
/// <param name="ConversationId">From <see cref="Address.ConversationId"/>.</param>
/// <param name="WorkspaceKey">From <see cref="IncomingMessage.WorkspaceKey"/>.</param>
/// <param name="HomeKey">Names what the bot is added to and removed from, a chat or a team, by a <see cref="Key"/>.</param>
/// <param name="UserKey">Whose it is, where nobody else is there; null otherwise.</param>
/// <param name="Way">The channel's own words.</param>
public sealed record ReplyRoute(string ConversationId, string WorkspaceKey, string HomeKey, string? UserKey, string Way);

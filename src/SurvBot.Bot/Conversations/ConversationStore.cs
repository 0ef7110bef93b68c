using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SurvBot.Answers;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Conversations;

/// <summary>SurvBot's own memory of what was asked and answered; never the platform's history.</summary>
/// <remarks>Members that read or write throw <see cref="ChatStoreException"/> when the file fails.</remarks>
public sealed class ConversationStore(ChatDatabase database, TimeProvider clock)
{
    private const int TitleLength = 80, MostListed = 200;

    /// <summary>The last turns of a conversation, oldest first.</summary>
    /// <param name="conversationId">From <see cref="Address.ConversationId"/>.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<Turn> GetHistory(string conversationId, int most) => database.Read(connection =>
        connection.Query<(string Question, string Answer)>("SELECT question, answer FROM turns WHERE conversation_id = @conversationId AND answer <> '' ORDER BY place DESC LIMIT @most", new { conversationId, most })
            .Reverse().Select(turn => new Turn(turn.Question, turn.Answer)).ToList());

    /// <summary>A person's conversations, the latest first; one whose first question still waits is among them.</summary>
    public IReadOnlyList<Conversation> List(string userKey) => database.Read(connection =>
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var kept = connection.Query<(string Id, string Thread, string Title, long LastAt)>(
            "SELECT id, thread, title, last_at FROM conversations WHERE user_key = @userKey ORDER BY last_at DESC LIMIT @MostListed", new { userKey, MostListed })
            .Select(row => new Conversation(row.Id, row.Thread, row.Title, DateTimeOffset.FromUnixTimeMilliseconds(row.LastAt)));
        var begun = connection.Query<string>("SELECT message FROM inbox WHERE user_key = @userKey AND message IS NOT NULL", new { userKey })
            .Select(json => JsonSerializer.Deserialize<IncomingMessage>(json, ReplyJson.Options)!)
            .Select(message => new Conversation(message.Address.ConversationId, message.Address.Thread, TitleOf(message.Text), message.SentAt));
        return kept.Concat(begun).DistinctBy(conversation => conversation.Id).OrderByDescending(conversation => conversation.LastAt).ToList();
    });

    /// <summary>All of a person's conversation, with what still waits for its answer; null when there is none of theirs by this id.</summary>
    public ConversationTurns? Find(string userKey, string conversationId) => database.Read(connection =>
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var turns = connection.Query<(string Id, string MessageId, long AskedAt, string Question, string Reply)>(
            "SELECT id, message_id, asked_at, question, reply FROM turns WHERE conversation_id = @conversationId AND user_key = @userKey ORDER BY place", new { conversationId, userKey })
            .Select(row => new ConversationTurn(row.Id, row.MessageId, row.Question, DateTimeOffset.FromUnixTimeMilliseconds(row.AskedAt), JsonSerializer.Deserialize<Reply>(row.Reply, ReplyJson.Options)));
        var waiting = connection.Query<(string Message, long State)>("SELECT message, state FROM inbox INDEXED BY inbox_open WHERE conversation_id = @conversationId AND user_key = @userKey AND message IS NOT NULL ORDER BY place", new { conversationId, userKey })
            .Select(row => (Message: JsonSerializer.Deserialize<IncomingMessage>(row.Message, ReplyJson.Options)!, row.State))
            .Select(row => new ConversationTurn(row.Message.Id, row.Message.MessageId, row.Message.Text, row.Message.SentAt, NoticeOf(row.Message.Id, row.State)));
        List<ConversationTurn> all = [.. turns, .. waiting];
        return all.Count == 0 ? null : new ConversationTurns(TitleOf(all[0].Question), all);
    });

    /// <summary>The reply to the message with this id: what was written, or why there is none; null while it is being answered.</summary>
    public Reply? FindReply(string id) => database.Read(connection =>
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        return connection.QuerySingleOrDefault<string>("SELECT reply FROM turns WHERE id = @id", new { id }) is { } json
            ? JsonSerializer.Deserialize<Reply>(json, ReplyJson.Options)
            : NoticeOf(id, connection.QuerySingleOrDefault<long>("SELECT state FROM inbox WHERE id = @id", new { id }));
    });

    // A message that is done and left no turn was forgotten.
    private static Reply? NoticeOf(string id, long state) => (InboxState)state switch
    {
        InboxState.Dead => Notices.Failed(id),
        InboxState.Done => Notices.Forgotten(id),
        _ => null,
    };

    /// <summary>Id of the reply that a channel's post shows in a conversation, or of its last reply where the platform does not say which; null when there is none.</summary>
    public string? FindReplyId(string conversationId, string? post) => database.Read(connection => connection.QueryFirstOrDefault<string>(
        post is null
            ? "SELECT id FROM turns WHERE conversation_id = @conversationId ORDER BY place DESC LIMIT 1"
            : "SELECT turns.id FROM outbox JOIN turns ON turns.id = outbox.id WHERE outbox.post = @post AND turns.conversation_id = @conversationId", new { conversationId, post }));

    /// <summary>A reply that was given in a conversation; null when there is none there by this id.</summary>
    public Reply? FindReplyIn(string conversationId, string replyId) => database.Read(connection =>
        connection.QuerySingleOrDefault<string>("SELECT reply FROM turns WHERE id = @replyId AND conversation_id = @conversationId", new { conversationId, replyId }) is { } json
            ? JsonSerializer.Deserialize<Reply>(json, ReplyJson.Options) : null);

    /// <summary>A reply with what it answers, wherever in a workspace it was given; null when there is none there by this id. For those to whom the id was shown.</summary>
    /// <param name="workspaceKey">From <see cref="IncomingMessage.WorkspaceKey"/>.</param>
    /// <param name="replyId">The message's that it answers.</param>
    public KeptTurn? FindTurn(string workspaceKey, string replyId) => database.Read(connection =>
        connection.QuerySingleOrDefault<(string Conversation, string Question, string Reply)>(
            "SELECT conversation_id, question, reply FROM turns JOIN conversations ON conversations.id = conversation_id WHERE turns.id = @replyId AND workspace_key = @workspaceKey", new { workspaceKey, replyId }) is { Reply: { } json } row
            ? new KeptTurn(row.Conversation, row.Question, JsonSerializer.Deserialize<Reply>(json, ReplyJson.Options)!) : null);

    /// <summary>Whether anything was answered in a conversation.</summary>
    public bool HasTurns(string conversationId) => database.Read(connection => connection.QuerySingleOrDefault<int?>("SELECT 1 FROM turns WHERE conversation_id = @conversationId LIMIT 1", new { conversationId }) is not null);

    /// <summary>The question that a conversation began with, where this is the reply to it; null for a later one, or one that is not kept.</summary>
    public string? FindOpening(string replyId) => database.Read(connection => connection.QuerySingleOrDefault<string>("""
        SELECT question FROM turns WHERE id = @replyId AND NOT EXISTS (SELECT 1 FROM turns AS earlier WHERE earlier.conversation_id = turns.conversation_id AND earlier.place < turns.place)
        """, new { replyId }));

    /// <summary>Keeps what somebody who was there thinks of a reply in a conversation; a later verdict takes the place of an earlier one.</summary>
    public Task AddFeedbackThereAsync(string replyId, string conversationId, string userKey, FeedbackVerdict verdict, string? reason, CancellationToken cancellationToken) => database.WriteAsync(connection => connection.Execute("""
        INSERT INTO feedback (reply_id, user_key, verdict, reason, given_at) SELECT id, @userKey, @verdict, @reason, @now FROM turns WHERE id = @replyId AND conversation_id = @conversationId
        ON CONFLICT (reply_id, user_key) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, given_at = excluded.given_at
        """, new { replyId, conversationId, userKey, verdict = verdict.ToString(), reason, now = Now }), cancellationToken);

    /// <summary>Keeps what a reader thinks of a reply to them; a later verdict takes the place of an earlier one. False when no such reply was given to them.</summary>
    public Task<bool> AddFeedbackAsync(string replyId, string userKey, FeedbackVerdict verdict, string? reason, CancellationToken cancellationToken) => database.WriteAsync(connection => connection.Execute("""
        INSERT INTO feedback (reply_id, user_key, verdict, reason, given_at) SELECT id, @userKey, @verdict, @reason, @now FROM turns WHERE id = @replyId AND user_key = @userKey
        ON CONFLICT (reply_id, user_key) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, given_at = excluded.given_at
        """, new { replyId, userKey, verdict = verdict.ToString(), reason, now = Now }) > 0, cancellationToken);

    /// <summary>Writes a turn as part of a transaction.</summary>
    internal static void Add(SqliteConnection connection, IncomingMessage message, Reply reply, string answer)
    {
        var row = new
        {
            message.Id,
            Conversation = message.Address.ConversationId,
            message.WorkspaceKey,
            message.UserKey,
            message.Address.Thread,
            message.MessageId,
            Title = TitleOf(message.Text),
            At = message.SentAt.ToUnixTimeMilliseconds(),
            Question = message.Text,
            Answer = answer,
            Reply = JsonSerializer.Serialize(reply, ReplyJson.Options),
        };
        connection.Execute("""
            INSERT INTO conversations (id, workspace_key, user_key, thread, title, started_at, last_at) VALUES (@Conversation, @WorkspaceKey, @UserKey, @Thread, @Title, @At, @At)
            ON CONFLICT (id) DO UPDATE SET last_at = max(last_at, excluded.last_at);
            INSERT INTO turns (id, conversation_id, user_key, message_id, asked_at, question, answer, reply) VALUES (@Id, @Conversation, @UserKey, @MessageId, @At, @Question, @Answer, @Reply)
            ON CONFLICT (id) DO UPDATE SET answer = excluded.answer, reply = excluded.reply
            """, row);
    }

    /// <summary>A conversation is called by its first question, which may have been taken back.</summary>
    internal static void Retitle(SqliteConnection connection, string conversationId)
    {
        string? first = connection.QueryFirstOrDefault<string>("SELECT question FROM turns WHERE conversation_id = @conversationId ORDER BY place LIMIT 1", new { conversationId });
        connection.Execute("UPDATE conversations SET title = @title WHERE id = @conversationId", new { conversationId, title = TitleOf(first ?? "") });
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static string TitleOf(string question)
    {
        string line = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= TitleLength ? line : line[..TitleLength] + "…";
    }
}

/// <summary>A thread that SurvBot answered in.</summary>
/// <param name="Id">From <see cref="Address.ConversationId"/>.</param>
/// <param name="Thread">The channel's own name for it.</param>
/// <param name="Title">Its first question.</param>
/// <param name="LastAt">When it was last written in.</param>
public sealed record Conversation(string Id, string Thread, string Title, DateTimeOffset LastAt);

/// <summary>A conversation's questions and replies, oldest first.</summary>
public sealed record ConversationTurns(string Title, IReadOnlyList<ConversationTurn> Turns);

/// <summary>A reply, the question that it answers and the conversation that it was given in.</summary>
public sealed record KeptTurn(string ConversationId, string Question, Reply Reply);

/// <summary>A question and the reply to it; null while it is being answered.</summary>
public sealed record ConversationTurn(string Id, string MessageId, string Question, DateTimeOffset AskedAt, Reply? Reply);

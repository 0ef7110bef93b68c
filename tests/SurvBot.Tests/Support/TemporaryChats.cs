using System.Text;
using Microsoft.Data.Sqlite;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Receipts;
using SurvBot.Bot.Replies;

namespace SurvBot.Tests.Support;

/// <summary>A file of chats in a folder of its own with all that works on it, gone after the test.</summary>
internal sealed class TemporaryChats : IAsyncDisposable
{
    public TemporaryChats(Action<DeliveryOptions>? set = null)
    {
        set?.Invoke(Options);
        Database = new ChatDatabase(FilePath);
        Quota = new Quota(Options);
        Inbox = new Inbox(Database, Quota, Wake, Options, Clock);
        Outbox = new Outbox(Database, Options, Clock);
        Conversations = new ConversationStore(Database, Clock);
        Forgetting = new Forgetting(Database, Clock);
        Receipts = new ReceiptStore(Database, new ConversationOptions(), Clock);
        DeadLetters = new DeadLetters(Database);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("survbot-chats-").FullName;

    public string FilePath => Path.Combine(Folder, "chats.db");

    public StoppedClock Clock { get; } = new();

    public DeliveryOptions Options { get; } = new() { Lease = TimeSpan.FromSeconds(30), FirstPause = TimeSpan.FromSeconds(1) };

    public DeliveryWake Wake { get; } = new();

    public ChatDatabase Database { get; }

    public Quota Quota { get; }

    public Inbox Inbox { get; }

    public Outbox Outbox { get; }

    public ConversationStore Conversations { get; }

    public Forgetting Forgetting { get; }

    public ReceiptStore Receipts { get; }

    public DeadLetters DeadLetters { get; }

    /// <summary>Takes all that can be had on lease.</summary>
    public Task<IReadOnlyList<LeasedMessage>> LeaseAsync(int most = 100, params string[] underWay) => Inbox.LeaseAsync(most, underWay, default);

    public Task<IReadOnlyList<LeasedReply>> LeaseRepliesAsync(int most = 100, params string[] underWay) => Outbox.LeaseAsync(most, underWay, default);

    /// <summary>Accepts a message and answers it with its own text.</summary>
    public async Task<Reply> AnswerAsync(IncomingMessage message)
    {
        await Inbox.AcceptAsync(message, default);
        var leased = (await LeaseAsync()).Single(each => each.Message.Id == message.Id);
        var reply = ReplyTo(message);
        (await Inbox.CompleteAsync(leased, reply, $"Answer to {message.Text}", default)).ShouldBeTrue();
        return reply;
    }

    public static Reply ReplyTo(IncomingMessage message) => new(message.Id, [new Caveat($"Answer to {message.Text}")]);

    public static IncomingMessage Message(string id = "m1", string text = "What is Viper?", string user = "ann", string thread = "t1", string workspace = "desk", string? delivery = null) => new()
    {
        Address = new Address("test", workspace, "room", thread),
        DeliveryId = delivery ?? $"d-{id}",
        MessageId = id,
        UserId = user,
        Text = text,
        SentAt = Some.Now,
    };

    public T Scalar<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Whether the words stand in any file of the folder, whoever could read it.</summary>
    public bool HoldsOnDisk(string words) => Directory.GetFiles(Folder).Any(file => ReadShared(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Quota.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

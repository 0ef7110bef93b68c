using Dapper;
using SurvBot.Bot.Conversations;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Conversations;

public sealed class ChatDatabaseTests : IAsyncDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly TemporaryChats chats = new();

    [Fact]
    public async Task One_failing_write_does_not_take_its_neighbours_along()
    {
        // The first write holds the writer, so that the next three share a commit.
        using var gate = new ManualResetEventSlim();
        var first = chats.Database.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(10)), Stop);
        var before = WriteAsync("before");
        var failing = chats.Database.WriteAsync<int>(_ => throw new InvalidOperationException("mine alone"), Stop);
        var after = WriteAsync("after");
        gate.Set();

        (await Should.ThrowAsync<InvalidOperationException>(failing)).Message.ShouldBe("mine alone");
        await Task.WhenAll(first, before, after);
        chats.Scalar<long>("SELECT count(*) FROM conversations WHERE id IN ('before', 'after')").ShouldBe(2);
    }

    [Fact]
    public async Task What_is_reported_as_written_can_be_read_by_others_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => WriteAsync($"c{i}")));
        chats.Scalar<long>("SELECT count(*) FROM conversations").ShouldBe(500);
    }

    [Fact]
    public async Task A_file_that_fails_fails_the_write_and_the_next_one_finds_it_mended()
    {
        chats.Execute("CREATE TRIGGER full BEFORE INSERT ON conversations BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END");
        await Should.ThrowAsync<ChatStoreException>(WriteAsync("lost"));
        chats.Execute("DROP TRIGGER full");
        await WriteAsync("kept");
        chats.Scalar<long>("SELECT count(*) FROM conversations").ShouldBe(1);
    }

    [Fact]
    public void A_newer_programs_file_is_refused_in_one_line()
    {
        chats.Execute("PRAGMA user_version = 99");
        Should.Throw<ChatStoreException>(() => new ChatDatabase(chats.FilePath)).Message.ShouldContain("use the newer SurvBot that wrote it");
    }

    [Fact]
    public void A_damaged_file_is_refused_in_one_line()
    {
        string path = Path.Combine(chats.Folder, "damaged.db");
        File.WriteAllText(path, new string('x', 5000));
        Should.Throw<ChatStoreException>(() => new ChatDatabase(path)).Message.ShouldContain("is damaged or was not written by SurvBot");
    }

    private Task<int> WriteAsync(string id) => chats.Database.WriteAsync(connection =>
        connection.Execute("INSERT INTO conversations (id, workspace_key, user_key, thread, title, started_at, last_at) VALUES (@id, '', '', '', '', 0, 0)", new { id }), Stop);

    public ValueTask DisposeAsync() => chats.DisposeAsync();
}

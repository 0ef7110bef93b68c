using System.Text;
using Dapper;
using SurvBot.Corpus.Store;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Store;

public sealed class SqliteCorpusStoreTests : CorpusStoreTests, IDisposable
{
    private readonly TemporaryCorpus corpus = new();

    public void Dispose() => corpus.Dispose();

    protected override ICorpusStore Open() => corpus.Open();

    protected override void SetClock(DateTimeOffset now) => corpus.Clock.Now = now;

    [Fact]
    public async Task Vectors_of_a_file_from_before_there_were_several_models_are_kept()
    {
        await Open().TrySwitchModelAsync("m", Token);
        await Open().WriteAsync([Some.Write("a", Some.Vector(1, 0), Some.Vector(0, 1)), Some.Write("b")], Token);
        corpus.Execute("""
            ALTER TABLE passages ADD COLUMN vector BLOB;
            UPDATE passages SET vector = (SELECT v.vector FROM vectors v WHERE v.passage_id = id);
            DROP TABLE vectors;
            DROP TABLE feed_items;
            DROP TABLE feeds;
            PRAGMA user_version = 1
            """);

        var passages = (await corpus.Open().ReadChangesAsync(0, "m", Token).ToListAsync(Token)).OrderBy(change => change.Article!.Url).SelectMany(change => change.Passages).ToList();
        passages.Select(passage => passage.Vector).ShouldBe([Some.Vector(1, 0), Some.Vector(0, 1), null, null]);
        (await Open().GetStatusAsync(Token)).ShouldSatisfyAllConditions(s => s.EmbeddingModel.ShouldBe("m"), s => s.Embedded.ShouldBe(2));
    }

    [Fact]
    public async Task Earlier_revisions_are_kept()
    {
        await Open().WriteAsync([Some.Write(Some.Article("a", "First words."))], Token);
        await Open().WriteAsync([Some.Write(Some.Article("a", "Second words.") with { Revision = 2 })], Token);
        await Open().WriteAsync([Some.Write(Some.Article("a", "Third words.") with { Revision = 3 })], Token);

        Strings("SELECT revision || ' ' || body FROM revisions ORDER BY revision").ShouldBe(["1 First words.", "2 Second words."]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(2000)]
    public async Task A_removed_text_is_nowhere_in_the_files(int repeated)
    {
        string body = string.Concat(Enumerable.Repeat("Xylophon in the street. ", repeated));
        await Open().WriteAsync([.. Enumerable.Range(0, 30).Select(i => Some.Write($"n{i}"))], Token);
        await Open().WriteAsync([Some.Write(Some.Article("a", body) with { Title = "Xylophon", Author = "Xylophon", Publisher = "Xylophon" })], Token);
        await Open().WriteAsync([Some.Write(Some.Article("a", "Shorter. Xylophon.") with { Revision = 2 })], Token);
        await Open().WriteAsync([.. Enumerable.Range(30, 30).Select(i => Some.Write($"n{i}"))], Token);
        corpus.HoldsOnDisk("Xylophon").ShouldBeTrue();

        await Open().RemoveAsync(Some.Id("a"), Token);

        corpus.HoldsOnDisk("Xylophon").ShouldBeFalse();
        corpus.HoldsOnDisk(Some.Url("a") + "\"").ShouldBeFalse();
        Strings("SELECT article_id FROM tombstones").ShouldBe([Some.Id("a").Value]);
        foreach (string table in (string[])["revisions", "passages", "copy_bands"])
            Strings($"SELECT count(*) FROM {table} WHERE article_id = '{Some.Id("a").Value}'").ShouldBe(["0"]);
    }

    [Fact]
    public async Task A_removal_waits_for_a_reader_to_empty_the_log()
    {
        await Open().WriteAsync([Some.Write(Some.Article("a", "Xylophon in the street."))], Token);
        var reader = corpus.Connect();
        var reading = reader.BeginTransaction(deferred: true);
        await reader.ExecuteScalarAsync<long>("SELECT count(*) FROM articles", transaction: reading);

        var removal = Task.Run(() => Open().RemoveAsync(Some.Id("a"), Token), Token);
        await Task.Delay(300, Token);
        removal.IsCompleted.ShouldBeFalse();
        await reading.DisposeAsync();
        await reader.DisposeAsync();

        (await removal).ShouldBeTrue();
        corpus.HoldsOnDisk("Xylophon").ShouldBeFalse();
    }

    // Pages that are split and merged leave old copies of their cells behind where nobody wipes them.
    [Fact]
    public async Task Of_many_texts_just_the_removed_ones_are_gone_from_the_files()
    {
        for (int batch = 0; batch < 10; batch++)
            await Open().WriteAsync([.. Enumerable.Range(batch * 16, 16).Select(i => Some.Write(Some.Article($"n{i}", string.Concat(Enumerable.Repeat($"word{i}x ", 1 + (i * 37 % 200))))))], Token);
        for (int i = 0; i < 160; i += 3)
            await Open().RemoveAsync(Some.Id($"n{i}"), Token);

        Enumerable.Range(0, 160).Where(i => corpus.HoldsOnDisk($"word{i}x")).ShouldBe(Enumerable.Range(0, 160).Where(i => i % 3 != 0));
    }

    [Fact]
    public void A_corpus_of_a_newer_program_is_refused_in_one_line()
    {
        corpus.Execute("PRAGMA user_version = 999");

        string message = Should.Throw<CorpusStoreException>(() => corpus.Open()).Message;
        message.ShouldStartWith($"{corpus.FilePath} has schema 999");
        message.ShouldNotContain('\n');
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public void A_file_of_something_else_is_told_in_one_line(int length)
    {
        string path = corpus.FilePath + ".garbage";
        File.WriteAllBytes(path, Encoding.ASCII.GetBytes(new string('x', length)));

        string message = Should.Throw<CorpusStoreException>(() => new SqliteCorpusStore(path, corpus.Clock)).Message;
        message.ShouldBe($"{path} is damaged or was not written by SurvBot: restore it from a backup, or move it away and begin anew.");
    }

    [Fact]
    public async Task Damage_that_shows_while_reading_is_told_in_one_line()
    {
        await Open().WriteAsync([.. Enumerable.Range(0, 200).Select(i => Some.Write($"n{i}"))], Token);
        corpus.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        byte[] bytes = File.ReadAllBytes(corpus.FilePath);
        Array.Fill(bytes, (byte)0xA5, 4096 * 3, bytes.Length - 4096 * 3);
        string path = corpus.FilePath + ".damaged";
        File.WriteAllBytes(path, bytes);

        var fault = await Should.ThrowAsync<CorpusStoreException>(async () => await new SqliteCorpusStore(path, corpus.Clock).ListArticlesAsync(Token).ToListAsync(Token));
        fault.Message.ShouldStartWith($"{path} is damaged");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_in_one_line() =>
        Should.Throw<CorpusStoreException>(() => new SqliteCorpusStore("/nowhere/at/all/corpus.db", corpus.Clock)).Message.ShouldStartWith("/nowhere/at/all/corpus.db cannot be opened");

    [Fact]
    public void Two_programs_may_create_one_corpus_at_the_same_moment()
    {
        string path = corpus.FilePath + ".new";
        var stores = new SqliteCorpusStore[8];
        Parallel.For(0, stores.Length, i => stores[i] = new SqliteCorpusStore(path, corpus.Clock));
        stores.ShouldAllBe(store => store.GetVersionAsync(Token).Result == 0);
    }

    private List<string> Strings(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={corpus.FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}

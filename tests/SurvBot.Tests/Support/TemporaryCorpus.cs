using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;

namespace SurvBot.Tests.Support;

/// <summary>A corpus file in a folder of its own, gone after the test.</summary>
internal sealed class TemporaryCorpus : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("survbot-corpus-").FullName;

    public TemporaryCorpus() => Store = Open();

    public string FilePath => Path.Combine(folder, "corpus.db");

    public StoppedClock Clock { get; } = new();

    public SqliteCorpusStore Store { get; }

    /// <summary>Opens the same corpus as another process would.</summary>
    public SqliteCorpusStore Open() => new(FilePath, Clock);

    public async Task<List<IngestionResult>> IngestAsync(IEmbeddingGenerator<string, Embedding<float>>? embedder, params ArticleDraft[] drafts) =>
        await new IngestionPipeline(Store, EmbeddingModels.Of(embedder), Clock).RunAsync(drafts.Select(draft => new ArticleRead(draft)).ToAsyncEnumerable(), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>Whether the word stands in any file of the corpus, whoever could read it.</summary>
    public bool HoldsOnDisk(string word) => Directory.GetFiles(folder).Any(file => ReadShared(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0);

    /// <summary>A connection beside the store, as another process would have.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

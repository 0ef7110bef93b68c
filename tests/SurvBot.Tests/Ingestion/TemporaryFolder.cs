using System.IO.Compression;
using System.Text;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Tests.Ingestion;

/// <summary>A folder of files to read, gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("survbot-read-").FullName;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static byte[] Compress(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    public static async Task<List<ReadOutcome>> ReadAsync(params string[] paths)
    {
        var outcomes = new List<ReadOutcome>();
        await foreach (var outcome in ArticleFiles.ReadAsync(paths, TestContext.Current.CancellationToken))
            outcomes.Add(outcome);
        return outcomes;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

using System.Reflection;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;

namespace SurvBot.Corpus.Starter;

/// <summary>Briefs in this project's own words that come with the program, so that the first question on a fresh machine finds an answer.</summary>
/// <param name="store">Where they go when it is empty.</param>
/// <param name="pipeline">How they get there.</param>
public sealed class StarterCorpus(ICorpusStore store, IngestionPipeline pipeline)
{
    // Loading takes a few seconds; whoever comes second waits for it rather than find nothing.
    private const int MostWaits = 150;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Loads the briefs into a corpus that holds nothing; returns how many, 0 when it holds something. While another process writes into
    /// the empty corpus this waits, up to half a minute, until there is something in it.
    /// </summary>
    /// <exception cref="CorpusStoreException">The store failed.</exception>
    public async Task<int> LoadIfEmptyAsync(CancellationToken cancellationToken)
    {
        for (int waits = 0; waits < MostWaits && !await HoldsSomethingAsync(cancellationToken); waits++)
        {
            using var writing = store.TryLockForWriting();
            if (writing is not null)
                return await HoldsSomethingAsync(cancellationToken) ? 0 : await LoadAsync(cancellationToken);
            await Task.Delay(Wait, cancellationToken);
        }
        return 0;
    }

    private async Task<int> LoadAsync(CancellationToken cancellationToken)
    {
        int added = 0;
        await using var briefs = Assembly.GetExecutingAssembly().GetManifestResourceStream("SurvBot.Corpus.Starter.briefs.jsonl")!;
        await foreach (var result in pipeline.RunAsOneAsync(JsonLinesReader.ReadAsync(briefs, "starter corpus", cancellationToken), cancellationToken))
            added += result.Outcome == IngestionOutcome.Added ? 1 : 0;
        return added;
    }

    // An ingest that found no article has moved the version, too.
    private async Task<bool> HoldsSomethingAsync(CancellationToken cancellationToken) =>
        await store.GetVersionAsync(cancellationToken) > 0 && (await store.GetStatusAsync(cancellationToken)).Articles > 0;
}

using System.Runtime.CompilerServices;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Store;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Embeds stored passages that lack a vector, and lets searches change to another model once it has embedded all of them.</summary>
/// <remarks>Every batch is a transaction: whatever ends a run, the next one goes on where it stopped.</remarks>
public sealed class Reembedder(ICorpusStore store, EmbeddingModels models)
{
    /// <summary>A commit costs a disk flush (some ms), the embedding of so many passages seconds.</summary>
    public const int PassagesPerCommit = 256;

    /// <summary>Embeds with the model that is searched by, then with the wanted one, and switches; yields how many passages were done with each commit.</summary>
    /// <remarks>Ends at once where another process is at it.</remarks>
    /// <exception cref="EmbeddingUnavailableException">A model failed; everything yielded before is safe.</exception>
    /// <exception cref="CorpusStoreException">The store failed; everything yielded before is safe.</exception>
    public IAsyncEnumerable<int> RunAsync(CancellationToken cancellationToken, int passagesPerCommit = PassagesPerCommit) => RunAsync(switches: true, passagesPerCommit, cancellationToken);

    /// <summary>The same with the model that is searched by alone; with the wanted one where no model is yet.</summary>
    /// <exception cref="EmbeddingUnavailableException">A model failed; everything yielded before is safe.</exception>
    /// <exception cref="CorpusStoreException">The store failed; everything yielded before is safe.</exception>
    public IAsyncEnumerable<int> CompleteAsync(CancellationToken cancellationToken) => RunAsync(switches: false, PassagesPerCommit, cancellationToken);

    /// <summary>How far the wanted model is.</summary>
    /// <exception cref="CorpusStoreException">The store failed.</exception>
    public async Task<ReembeddingProgress?> GetProgressAsync(CancellationToken cancellationToken)
    {
        if (models.Wanted is not { } wanted)
            return null;
        var status = await store.GetStatusAsync(cancellationToken);
        return new ReembeddingProgress(status.EmbeddingModel, models.Find(status.EmbeddingModel) is not null, wanted.Id, await store.CountEmbeddedAsync(wanted.Id, cancellationToken), status.Passages);
    }

    private async IAsyncEnumerable<int> RunAsync(bool switches, int passagesPerCommit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (models.Wanted is not { } wanted)
            yield break;
        using var working = store.TryLockForEmbedding();
        if (working is null)
            yield break;
        string? serving = await store.GetServingModelAsync(cancellationToken);
        if (models.Find(serving) is { } old)
            await foreach (int passages in EmbedAsync(old, passagesPerCommit, cancellationToken))
                yield return passages;
        if (serving is not null && !switches)
            yield break;
        // Somebody may store passages between the last batch and the switch.
        do
            await foreach (int passages in EmbedAsync(wanted, passagesPerCommit, cancellationToken))
                yield return passages;
        while (!await store.TrySwitchModelAsync(wanted.Id, cancellationToken));
    }

    private async IAsyncEnumerable<int> EmbedAsync(EmbeddingModel model, int passagesPerCommit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await store.GetUnembeddedAsync(model.Id, passagesPerCommit, cancellationToken) is { Count: > 0 } passages)
        {
            var vectors = await model.EmbedPassagesAsync([.. passages.Select(passage => EmbeddedText.Of(passage.Title, passage.Text))], cancellationToken);
            await store.SetVectorsAsync(model.Id, [.. passages.Zip(vectors, (passage, vector) => new StoredVector(passage.PassageId, vector))], cancellationToken);
            yield return passages.Count;
        }
    }
}

/// <summary>How far a change of the embedding model is.</summary>
/// <param name="Serving">The model that is searched by; null for none yet.</param>
/// <param name="CanServe">Whether questions can be embedded with it here; they are searched for by keywords otherwise.</param>
/// <param name="Wanted">The model that the settings want.</param>
/// <param name="Embedded">Passages that have a vector of the wanted one.</param>
/// <param name="Passages">All passages.</param>
public sealed record ReembeddingProgress(string? Serving, bool CanServe, string Wanted, int Embedded, int Passages)
{
    /// <summary>Whether searches use the wanted model, on all passages.</summary>
    public bool IsDone => Serving == Wanted && Embedded == Passages;
}

using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Store;

namespace SurvBot.Tests.Retrieval;

/// <summary>A store in which something happens between a search and the reading of what it found, once or every time.</summary>
internal sealed class LateStore(ICorpusStore inner, Func<CancellationToken, Task> meanwhile, bool everyTime = false) : ICorpusStore
{
    private bool happened;

    public async Task<IReadOnlyList<Article>> GetArticlesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken)
    {
        if (everyTime || !happened)
            await meanwhile(cancellationToken);
        happened = true;
        return await inner.GetArticlesAsync(ids, cancellationToken);
    }

    public Task<CorpusStatus> GetStatusAsync(CancellationToken cancellationToken) => inner.GetStatusAsync(cancellationToken);
    public Task<long> GetVersionAsync(CancellationToken cancellationToken) => inner.GetVersionAsync(cancellationToken);
    public IAsyncEnumerable<Article> ListArticlesAsync(CancellationToken cancellationToken) => inner.ListArticlesAsync(cancellationToken);
    public IAsyncEnumerable<CorpusChange> ReadChangesAsync(long version, string? embeddingModel, CancellationToken cancellationToken) => inner.ReadChangesAsync(version, embeddingModel, cancellationToken);
    public Task<IReadOnlyDictionary<ArticleId, StoredContent>> GetContentAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) => inner.GetContentAsync(ids, cancellationToken);
    public Task<IReadOnlyDictionary<ArticleId, DateTimeOffset>> GetTombstonesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) => inner.GetTombstonesAsync(ids, cancellationToken);
    public Task<IReadOnlyList<CopyCandidate>> FindCopyCandidatesAsync(IReadOnlyCollection<long> bands, CancellationToken cancellationToken) => inner.FindCopyCandidatesAsync(bands, cancellationToken);
    public Task WriteAsync(IReadOnlyList<ArticleWrite> articles, CancellationToken cancellationToken) => inner.WriteAsync(articles, cancellationToken);
    public Task<bool> RemoveAsync(ArticleId id, CancellationToken cancellationToken) => inner.RemoveAsync(id, cancellationToken);
    public Task<string?> GetServingModelAsync(CancellationToken cancellationToken) => inner.GetServingModelAsync(cancellationToken);
    public Task<IReadOnlyList<UnembeddedPassage>> GetUnembeddedAsync(string model, int limit, CancellationToken cancellationToken) => inner.GetUnembeddedAsync(model, limit, cancellationToken);
    public Task<int> CountEmbeddedAsync(string model, CancellationToken cancellationToken) => inner.CountEmbeddedAsync(model, cancellationToken);
    public Task SetVectorsAsync(string model, IReadOnlyList<StoredVector> vectors, CancellationToken cancellationToken) => inner.SetVectorsAsync(model, vectors, cancellationToken);
    public IAsyncEnumerable<StoredVector> ReadVectorsAsync(string model, CancellationToken cancellationToken) => inner.ReadVectorsAsync(model, cancellationToken);
    public Task<bool> TrySwitchModelAsync(string model, CancellationToken cancellationToken) => inner.TrySwitchModelAsync(model, cancellationToken);
    public IDisposable? TryLockForEmbedding() => inner.TryLockForEmbedding();
    public IDisposable? TryLockForWriting() => inner.TryLockForWriting();
}

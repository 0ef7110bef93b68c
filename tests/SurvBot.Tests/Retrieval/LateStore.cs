using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Store;

namespace SurvBot.Tests.Retrieval;

/// <summary>A store in which something happens between a search and the reading of what it found, once.</summary>
internal sealed class LateStore(ICorpusStore inner, Func<Task> meanwhile) : ICorpusStore
{
    private bool happened;

    public async Task<IReadOnlyList<Article>> GetArticlesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken)
    {
        if (!happened)
            await meanwhile();
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
    public Task UseEmbeddingModelAsync(string model, CancellationToken cancellationToken) => inner.UseEmbeddingModelAsync(model, cancellationToken);
    public Task<IReadOnlyList<UnembeddedPassage>> GetUnembeddedAsync(int limit, CancellationToken cancellationToken) => inner.GetUnembeddedAsync(limit, cancellationToken);
    public Task SetVectorsAsync(IReadOnlyList<(long PassageId, Half[] Vector)> vectors, CancellationToken cancellationToken) => inner.SetVectorsAsync(vectors, cancellationToken);
    public IDisposable? TryLockForWriting() => inner.TryLockForWriting();
}

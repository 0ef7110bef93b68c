using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Store;

/// <summary>The durable truth about the articles. Every write is one transaction that either happened or did not.</summary>
/// <remarks>All members throw <see cref="CorpusStoreException"/> when the storage fails. One writer at a time; readers never wait.</remarks>
public interface ICorpusStore
{
    /// <summary>Counts, dates and the version.</summary>
    Task<CorpusStatus> GetStatusAsync(CancellationToken cancellationToken);

    /// <summary>The corpus version, cheap enough to ask before every search.</summary>
    Task<long> GetVersionAsync(CancellationToken cancellationToken);

    /// <summary>The articles with these ids, in no order; missing ones are left out.</summary>
    Task<IReadOnlyList<Article>> GetArticlesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken);

    /// <summary>Articles from the newest publication to the oldest, undated ones last; bodies included.</summary>
    IAsyncEnumerable<Article> ListArticlesAsync(CancellationToken cancellationToken);

    /// <summary>Everything that changed after <paramref name="version"/>, oldest change first; 0 gives the whole corpus. Vectors of another model than <paramref name="embeddingModel"/> come as null.</summary>
    IAsyncEnumerable<CorpusChange> ReadChangesAsync(long version, string? embeddingModel, CancellationToken cancellationToken);

    /// <summary>What is stored under these ids.</summary>
    Task<IReadOnlyDictionary<ArticleId, StoredContent>> GetContentAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken);

    /// <summary>When these ids were removed, for those that were.</summary>
    Task<IReadOnlyDictionary<ArticleId, DateTimeOffset>> GetTombstonesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken);

    /// <summary>Stored texts that share one of these bands; of texts that are known as copies of each other the earliest few.</summary>
    Task<IReadOnlyList<CopyCandidate>> FindCopyCandidatesAsync(IReadOnlyCollection<long> bands, CancellationToken cancellationToken);

    /// <summary>Writes the articles as one durable transaction.</summary>
    Task WriteAsync(IReadOnlyList<ArticleWrite> articles, CancellationToken cancellationToken);

    /// <summary>Removes every trace of an article and leaves a tombstone; false when it is not there.</summary>
    /// <exception cref="CorpusStoreException">A trace is left, because somebody keeps reading; removing again wipes it.</exception>
    Task<bool> RemoveAsync(ArticleId id, CancellationToken cancellationToken);

    /// <summary>The model whose vectors are searched; null before the first.</summary>
    Task<string?> GetServingModelAsync(CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="limit"/> passages without a vector of the model.</summary>
    Task<IReadOnlyList<UnembeddedPassage>> GetUnembeddedAsync(string model, int limit, CancellationToken cancellationToken);

    /// <summary>How many passages have a vector of the model.</summary>
    Task<int> CountEmbeddedAsync(string model, CancellationToken cancellationToken);

    /// <summary>Gives passages their vectors, as one transaction; those that are gone meanwhile are left out.</summary>
    /// <remarks>Readers have something new only where the model is the one that is searched by.</remarks>
    Task SetVectorsAsync(string model, IReadOnlyList<StoredVector> vectors, CancellationToken cancellationToken);

    /// <summary>Every vector of the model.</summary>
    IAsyncEnumerable<StoredVector> ReadVectorsAsync(string model, CancellationToken cancellationToken);

    /// <summary>Makes the model the one that is searched by and drops the vectors of all others, as one transaction; false while any passage lacks a vector of it.</summary>
    Task<bool> TrySwitchModelAsync(string model, CancellationToken cancellationToken);

    /// <summary>Held by whoever embeds stored passages, so that two processes do not do the same work; null when another process holds it. It falls with its process.</summary>
    IDisposable? TryLockForEmbedding();

    /// <summary>The one writer's lock, held until disposed; null when another process holds it. It falls with its process, however that ends.</summary>
    IDisposable? TryLockForWriting();
}

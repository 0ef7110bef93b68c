using System.Runtime.CompilerServices;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Store;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Turns what was read into stored, searchable articles: compare, split, recognise copies, embed, commit.</summary>
/// <param name="store">Where they go; the caller holds its writer's lock.</param>
/// <param name="models">Make the passages' vectors; where they fail, articles are stored without and the results say so.</param>
/// <param name="clock">Stamps the retrieval.</param>
public sealed class IngestionPipeline(ICorpusStore store, EmbeddingModels models, TimeProvider clock)
{
    // A commit costs a disk flush (some ms), an article's embedding about 100 ms: small batches lose little and report soon.
    private const int ArticlesPerCommit = 16;

    private readonly CopyFinder copies = new(store);
    private readonly Reembedder reembedder = new(store, models);

    /// <summary>
    /// Stores every article of <paramref name="input"/> and yields a result for each piece of it, in order, once it is durably committed.
    /// Passages that an earlier run left without vectors are embedded first.
    /// </summary>
    /// <exception cref="CorpusStoreException">The store failed; everything yielded before is safe.</exception>
    public IAsyncEnumerable<IngestionResult> RunAsync(IAsyncEnumerable<ReadOutcome> input, CancellationToken cancellationToken) =>
        RunAsync(input, ArticlesPerCommit, cancellationToken);

    /// <summary>The same as one transaction, for few articles that make sense only together.</summary>
    /// <exception cref="CorpusStoreException">The store failed; nothing was stored.</exception>
    public IAsyncEnumerable<IngestionResult> RunAsOneAsync(IAsyncEnumerable<ReadOutcome> input, CancellationToken cancellationToken) =>
        RunAsync(input, int.MaxValue, cancellationToken);

    private async IAsyncEnumerable<IngestionResult> RunAsync(IAsyncEnumerable<ReadOutcome> input, int articlesPerCommit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await TryEmbedWhatIsMissingAsync(cancellationToken);
        await foreach (var batch in BatchAsync(input, articlesPerCommit, cancellationToken))
            foreach (var result in await StoreAsync(batch, cancellationToken))
                yield return result;
    }

    /// <summary>Gives stored passages the vectors that searches lack; yields how many were done with each commit.</summary>
    /// <exception cref="EmbeddingUnavailableException">The model failed; everything yielded before is safe.</exception>
    /// <exception cref="CorpusStoreException">The store failed; everything yielded before is safe.</exception>
    public IAsyncEnumerable<int> EmbedWhatIsMissingAsync(CancellationToken cancellationToken) => reembedder.CompleteAsync(cancellationToken);

    private async Task TryEmbedWhatIsMissingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (int _ in EmbedWhatIsMissingAsync(cancellationToken))
            {
            }
        }
        catch (EmbeddingUnavailableException)
        {
            // The articles that come now meet the same, and their results tell it.
        }
    }

    /// <summary>Groups input so that one batch never holds two texts of one article and stays small enough for one commit.</summary>
    private static async IAsyncEnumerable<List<ReadOutcome>> BatchAsync(IAsyncEnumerable<ReadOutcome> input, int articlesPerCommit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<ReadOutcome>();
        var urls = new HashSet<string>(StringComparer.Ordinal);
        int chars = 0;
        await foreach (var outcome in input.WithCancellation(cancellationToken))
        {
            var draft = (outcome as ArticleRead)?.Draft;
            bool full = batch.Count >= articlesPerCommit || chars > Reembedder.PassagesPerCommit * 1000;
            if (full || (draft is not null && urls.Contains(draft.Url)))
            {
                yield return batch;
                (batch, chars) = ([], 0);
                urls.Clear();
            }
            if (draft is not null)
            {
                urls.Add(draft.Url);
                chars += draft.Body.Length;
            }
            batch.Add(outcome);
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private async Task<IReadOnlyList<IngestionResult>> StoreAsync(List<ReadOutcome> batch, CancellationToken cancellationToken)
    {
        var ids = batch.OfType<ArticleRead>().Select(read => ArticleId.FromCanonicalUrl(read.Draft.Url)).ToList();
        var stored = await store.GetContentAsync(ids, cancellationToken);
        var removed = await store.GetTombstonesAsync(ids, cancellationToken);
        var results = new List<IngestionResult>();
        var writes = new List<ArticleWrite>();
        copies.BeginBatch();
        foreach (var outcome in batch)
        {
            if (outcome is not ArticleRead read)
                results.Add(Result(outcome, IngestionOutcome.Failed, (outcome as ReadFailure)?.Reason));
            else if (removed.TryGetValue(ArticleId.FromCanonicalUrl(read.Draft.Url), out var removedAt))
                results.Add(Result(outcome, IngestionOutcome.Failed, $"this article was removed on {removedAt:yyyy-MM-dd} and stays away"));
            else
                results.Add(await PrepareAsync(read, stored.GetValueOrDefault(ArticleId.FromCanonicalUrl(read.Draft.Url)), writes, cancellationToken));
        }
        if (writes.Count == 0)
            return results;
        var vectors = new BatchVectors(models.ForPassages(await store.GetServingModelAsync(cancellationToken)));
        await store.WriteAsync(await vectors.AddToAsync(writes, cancellationToken), cancellationToken);
        return vectors.Fault is null ? results : [.. results.Select(result => result.Embedded == 0 ? result : result with { Embedded = 0, WithoutVectors = vectors.Fault })];
    }

    private async Task<IngestionResult> PrepareAsync(ArticleRead read, StoredContent? stored, List<ArticleWrite> writes, CancellationToken cancellationToken)
    {
        var article = ToArticle(read.Draft, stored);
        byte[] hash = ArticleContent.Hash(article);
        if (stored is not null && stored.ContentHash.AsSpan().SequenceEqual(hash))
            return Result(read, IngestionOutcome.Unchanged);
        if (stored is not null && stored.SourceKind != SourceKind.Brief && article.SourceKind == SourceKind.Brief)
            return Result(read, IngestionOutcome.Unchanged, "the original article is here, its brief is not needed");

        var (group, keys) = await copies.FindAsync(article.Id, article.Body, cancellationToken);
        var passages = PassageSplitter.Split(article.Body);
        writes.Add(new ArticleWrite(article with { IndependenceGroup = group }, hash, passages, [], keys));
        return Result(read, stored is null ? IngestionOutcome.Added : IngestionOutcome.Updated) with { IsCopy = group != article.Id, Embedded = models.Wanted is null ? 0 : passages.Count };
    }

    private Article ToArticle(ArticleDraft draft, StoredContent? stored) => new()
    {
        Url = draft.Url,
        Title = draft.Title,
        Publisher = draft.Publisher,
        Author = draft.Author,
        PublishedAt = draft.PublishedAt,
        UpdatedAt = draft.UpdatedAt,
        RetrievedAt = clock.GetUtcNow(),
        Language = draft.Language,
        SourceKind = draft.SourceKind,
        // SQLite reads a text only up to its first NUL; HTML writes U+FFFD for it too.
        Body = draft.Body.Replace('\0', '\uFFFD'),
        Revision = (stored?.Revision ?? 0) + 1,
    };

    private static IngestionResult Result(ReadOutcome outcome, IngestionOutcome what, string? reason = null) =>
        new(outcome.Origin, what, reason, false, 0, outcome.BytesRead, outcome.BytesTotal) { Url = (outcome as ArticleRead)?.Draft.Url };
}

using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Store;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Turns what was read into stored, searchable articles: compare, split, recognise copies, embed, commit.</summary>
/// <param name="store">Where they go; the caller holds its writer's lock.</param>
/// <param name="embedder">Makes the passages' vectors; null leaves them without.</param>
/// <param name="clock">Stamps the retrieval.</param>
public sealed class IngestionPipeline(ICorpusStore store, IEmbeddingGenerator<string, Embedding<float>>? embedder, TimeProvider clock)
{
    // A commit costs a disk flush (some ms), an article's embedding about 100 ms: small batches lose little and report soon.
    private const int ArticlesPerCommit = 16, PassagesPerCommit = 256;

    private readonly CopyFinder copies = new(store);

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
        await foreach (int _ in EmbedWhatIsMissingAsync(cancellationToken))
        {
        }
        await foreach (var batch in BatchAsync(input, articlesPerCommit, cancellationToken))
            foreach (var result in await StoreAsync(batch, cancellationToken))
                yield return result;
    }

    /// <summary>Gives vectors to stored passages that have none, after the model changed or was missing; yields how many were done with each commit.</summary>
    /// <exception cref="CorpusStoreException">The store failed; everything yielded before is safe.</exception>
    public async IAsyncEnumerable<int> EmbedWhatIsMissingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (embedder?.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId is not { } model)
            yield break;
        await store.UseEmbeddingModelAsync(model, cancellationToken);
        while (await store.GetUnembeddedAsync(PassagesPerCommit, cancellationToken) is { Count: > 0 } passages)
        {
            var vectors = await EmbedAsync(passages.Select(passage => EmbeddedText(passage.Title, passage.Text)), cancellationToken);
            await store.SetVectorsAsync([.. passages.Zip(vectors!, (passage, vector) => (passage.PassageId, vector))], cancellationToken);
            yield return passages.Count;
        }
    }

    /// <summary>The words that stand for a passage when it is embedded: its article's title carried along.</summary>
    public static string EmbeddedText(string title, string passage) => $"{title}\n{passage}";

    /// <summary>Groups input so that one batch never holds two texts of one article and stays small enough for one commit.</summary>
    private static async IAsyncEnumerable<List<ReadOutcome>> BatchAsync(IAsyncEnumerable<ReadOutcome> input, int articlesPerCommit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<ReadOutcome>();
        var urls = new HashSet<string>(StringComparer.Ordinal);
        int chars = 0;
        await foreach (var outcome in input.WithCancellation(cancellationToken))
        {
            var draft = (outcome as ArticleRead)?.Draft;
            bool full = batch.Count >= articlesPerCommit || chars > PassagesPerCommit * 1000;
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
        if (writes.Count > 0)
            await store.WriteAsync(await WithVectorsAsync(writes, cancellationToken), cancellationToken);
        return results;
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
        writes.Add(new ArticleWrite(article with { IndependenceGroup = group }, hash, passages, null, keys));
        return Result(read, stored is null ? IngestionOutcome.Added : IngestionOutcome.Updated) with { IsCopy = group != article.Id, Embedded = embedder is null ? 0 : passages.Count };
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

    /// <summary>Embeds a whole batch at once, so that every core has work.</summary>
    private async Task<IReadOnlyList<ArticleWrite>> WithVectorsAsync(List<ArticleWrite> writes, CancellationToken cancellationToken)
    {
        var vectors = await EmbedAsync(writes.SelectMany(write => write.Passages.Select(span => EmbeddedText(write.Article.Title, span.In(write.Article.Body)))), cancellationToken);
        if (vectors is null)
            return writes;
        int first = 0;
        return [.. writes.Select(write =>
        {
            var own = vectors[first..(first + write.Passages.Count)];
            first += write.Passages.Count;
            return write with { Vectors = own };
        })];
    }

    private async Task<Half[][]?> EmbedAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        if (embedder is null)
            return null;
        var embeddings = await embedder.GenerateAsync(texts, cancellationToken: cancellationToken);
        return [.. embeddings.Select(embedding =>
        {
            var half = new Half[embedding.Vector.Length];
            TensorPrimitives.ConvertToHalf(embedding.Vector.Span, half);
            return half;
        })];
    }

    private static IngestionResult Result(ReadOutcome outcome, IngestionOutcome what, string? reason = null) =>
        new(outcome.Origin, what, reason, false, 0, outcome.BytesRead, outcome.BytesTotal) { Url = (outcome as ArticleRead)?.Draft.Url };
}

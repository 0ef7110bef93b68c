using System.Buffers;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Store;

namespace SurvBot.Corpus.Index;

/// <summary>The corpus made searchable in memory. It is derived from the store, follows it by its version, and can be thrown away at any time.</summary>
/// <param name="store">The truth that it follows.</param>
/// <param name="models">Whose vectors are of use here: those of the store's serving model are held, and only those.</param>
public sealed class PassageIndex(ICorpusStore store, EmbeddingModels models) : IDisposable
{
    private readonly ReaderWriterLockSlim gate = new();
    private readonly SemaphoreSlim refreshing = new(1);
    private readonly KeywordIndex keywords = new();
    private readonly SlotTable slots = new();
    private VectorTable vectors = new();
    private string? vectorModel;
    private long version;

    /// <summary>The version of the store that it shows.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>The model by which passages can be found now; null where they can be found by keywords only.</summary>
    public string? EmbeddingModel => Reading(() => vectors.HasVectors ? vectorModel : null);

    /// <summary>Number of articles that can be found.</summary>
    public int Articles => Reading(() => slots.LiveArticles);

    /// <summary>Number of passages that can be found.</summary>
    public int Passages => Reading(() => slots.LiveSlots - slots.LiveArticles);

    /// <summary>The publishers whose articles can be found.</summary>
    public IReadOnlyList<string> Publishers => Reading(() => slots.Publishers.ToList());

    /// <summary>Takes over what changed in the store since the last time, by whichever process; cheap when nothing did.</summary>
    /// <exception cref="CorpusStoreException">The store cannot be read.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            long now = await store.GetVersionAsync(cancellationToken);
            if (now == version)
                return;
            string? serving = models.Find(await store.GetServingModelAsync(cancellationToken))?.Id;
            if (slots.Count == 0)
                Exchange(new VectorTable(), serving);
            await foreach (var change in store.ReadChangesAsync(version, vectorModel, cancellationToken))
                Apply(change);
            if (serving != vectorModel)
                Exchange(await ReadVectorsAsync(serving, cancellationToken), serving);
            Interlocked.Exchange(ref version, now);
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <summary>Finds passages; every ranking sees only live passages of articles that pass the filter.</summary>
    public IndexResult Search(IndexQuery query) => Reading(() =>
    {
        float[] slotScores = ArrayPool<float>.Shared.Rent(Math.Max(1, slots.Count)), cosines = ArrayPool<float>.Shared.Rent(Math.Max(1, slots.Count));
        float[] articleScores = ArrayPool<float>.Shared.Rent(Math.Max(1, slots.ArticleCount));
        try
        {
            slotScores.AsSpan(0, slots.Count).Clear();
            articleScores.AsSpan(0, slots.ArticleCount).Clear();
            var idf = keywords.Score(query.Terms, slots, slotScores, articleScores);
            var withVectors = cosines.AsMemory(0, slots.Count);
            withVectors.Span.Clear();
            bool byMeaning = query.Vector is { } vector && vector.Model == vectorModel && vectors.Score(vector.Values, withVectors);
            return new IndexResult(Collect(query, slotScores, articleScores, cosines), idf, byMeaning ? vectorModel : null);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(slotScores);
            ArrayPool<float>.Shared.Return(articleScores);
            ArrayPool<float>.Shared.Return(cosines);
        }
    });

    /// <summary>The indexed term that an unknown one most likely means, or null: at most one slip in four letters, the more frequent term first.</summary>
    /// <param name="term">The unknown term.</param>
    /// <param name="word">The word it was made of, where that is known: a mistyped ending misleads the stemmer.</param>
    public string? Correct(string term, string? word = null) => Reading(() => keywords.Count(term, slots) > 0 ? null
        : Closest(term) ?? (word is null || word == term ? null : Closest(word)));

    public void Dispose()
    {
        gate.Dispose();
        refreshing.Dispose();
    }

    private void Apply(CorpusChange change)
    {
        gate.EnterWriteLock();
        try
        {
            slots.Remove(change.Id);
            if (change.Article is { } article)
                Add(article, change.Passages);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <summary>The vectors of another model, for all slots that there are; searches go on with the old ones meanwhile.</summary>
    private async Task<VectorTable> ReadVectorsAsync(string? model, CancellationToken cancellationToken)
    {
        var table = new VectorTable(slots.Count);
        if (model is null)
            return table;
        var places = slots.LivePassages;
        await foreach (var (passage, vector) in store.ReadVectorsAsync(model, cancellationToken))
            if (places.TryGetValue(passage, out int slot))
                table.Set(slot, vector);
        return table;
    }

    private void Exchange(VectorTable table, string? model)
    {
        gate.EnterWriteLock();
        (vectors, vectorModel) = (table, model);
        gate.ExitWriteLock();
    }

    private void Add(Article article, IReadOnlyList<StoredPassage> passages)
    {
        int index = slots.BeginArticle(article);
        slots.AddSlot(index, null, keywords.Add(slots.Count, article.Title));
        vectors.Add(null);
        foreach (var (passage, vector) in passages)
        {
            slots.AddSlot(index, passage, keywords.Add(slots.Count, article.Body.AsSpan(passage.Start, passage.End - passage.Start)));
            vectors.Add(vector);
        }
    }

    private List<IndexHit> Collect(IndexQuery query, float[] slotScores, float[] articleScores, float[] cosines)
    {
        var titles = new Dictionary<int, float>();
        int article = -1, bestOfArticle = -1;
        Rankings[] everyone = [new(query.Candidates)], preferred = query.Preferred is null ? everyone : [.. everyone, new(Math.Max(1, query.Candidates / 2))], takers = [];
        void CloseArticle()
        {
            foreach (var rankings in takers)
                if (bestOfArticle >= 0)
                    rankings.OfferArticle(bestOfArticle, articleScores[article]);
        }
        for (int slot = 0; slot < slots.Count; slot++)
        {
            if (slots.ArticleOf(slot) is var owner && owner != article)
            {
                CloseArticle();
                (article, bestOfArticle) = (owner, -1);
                takers = !slots.IsLive(slot) || !query.Filter(slots.Article(owner)) ? [] : query.Preferred?.Invoke(slots.Article(owner)) == true ? preferred : everyone;
            }
            if (takers.Length == 0)
                continue;
            if (slots.PassageOf(slot) is null)
            {
                titles[article] = slotScores[slot];
                continue;
            }
            if (bestOfArticle < 0 || slotScores[slot] > slotScores[bestOfArticle])
                bestOfArticle = slot;
            foreach (var rankings in takers)
                rankings.OfferPassage(slot, slotScores[slot], cosines[slot]);
        }
        CloseArticle();

        return [.. preferred.SelectMany(rankings => rankings.Slots).Distinct().Order().Select(slot =>
            new IndexHit(slots.Article(slots.ArticleOf(slot)), slots.PassageOf(slot)!, slotScores[slot], titles[slots.ArticleOf(slot)], articleScores[slots.ArticleOf(slot)], cosines[slot]))];
    }

    private string? Closest(string word) => Spelling.Closest(word, keywords.Vocabulary, known => keywords.Count(known, slots));

    private T Reading<T>(Func<T> read)
    {
        gate.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>The best passages by keywords, by their article's keywords and by meaning; nothing that does not match at all.</summary>
    private sealed class Rankings(int capacity)
    {
        private readonly Best byKeyword = new(capacity), byArticle = new(capacity), byEmbedding = new(capacity);

        public IEnumerable<int> Slots => byKeyword.Slots.Concat(byArticle.Slots).Concat(byEmbedding.Slots);

        public void OfferPassage(int slot, float keyword, float cosine)
        {
            if (keyword > 0)
                byKeyword.Offer(slot, keyword);
            if (cosine > 0)
                byEmbedding.Offer(slot, cosine);
        }

        public void OfferArticle(int bestSlot, float keyword)
        {
            if (keyword > 0)
                byArticle.Offer(bestSlot, keyword);
        }
    }

    /// <summary>The best so many of all that are offered; of equal scores the first stays.</summary>
    private sealed class Best(int capacity)
    {
        private readonly PriorityQueue<int, (float Score, int Age)> kept = new();

        public IEnumerable<int> Slots => kept.UnorderedItems.Select(item => item.Element);

        public void Offer(int slot, float score)
        {
            if (kept.Count < capacity)
                kept.Enqueue(slot, (score, -slot));
            else
                kept.EnqueueDequeue(slot, (score, -slot));
        }
    }
}

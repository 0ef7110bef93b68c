using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Store;
using SurvBot.Corpus.Text;

namespace SurvBot.Corpus.Retrieval;

/// <summary>Finds the passages that may answer: keywords and meaning fused, then time, publishers and variety.</summary>
/// <param name="index">The searchable corpus; refreshed before every search.</param>
/// <param name="store">Where the texts are.</param>
/// <param name="models">Who can make the question's vector; a model that fails leaves the search its keywords.</param>
/// <param name="options">How the rankings are fused.</param>
public sealed class Retriever(PassageIndex index, ICorpusStore store, EmbeddingModels models, RetrievalOptions options)
{
    private volatile KnownOverview? overview;

    /// <summary>Ranked passages, best first; empty when nothing matches.</summary>
    /// <exception cref="CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<RetrievalResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        await index.RefreshAsync(cancellationToken);
        var terms = Terms.WithWords(string.Join('\n', [query.Text, .. query.Phrases])).DistinctBy(asked => asked.Term)
            .Select(asked => (Asked: asked.Term, Term: index.Correct(asked.Term, asked.Word) ?? asked.Term)).ToList();
        var time = new TimeRelevance(query, options);
        var (found, keywordsOnly) = await FindAsync(query.Text, new IndexQuery
        {
            Terms = [.. terms.Select(term => new WeightedTerm(term.Term, 1))],
            Filter = article => IsAllowed(article, query),
            Preferred = article => time.IsExpected(article.PublishedAt),
            Candidates = options.Candidates,
        }, cancellationToken);

        var ranked = Diversify(Fuse(found, query, time));
        var passages = query.Phrases.Count == 0
            ? await WithTextAsync(ranked.Take(query.Take), cancellationToken)
            : (await WithTextAsync(ranked, cancellationToken)).Where(passage => HasPhrases(passage.Article, query.Phrases)).Take(query.Take);
        return new RetrievalResult([.. passages], [.. terms.Zip(found.Idf, (term, idf) => new QueryTerm(term.Term, term.Asked, idf))]) { KeywordsOnly = keywordsOnly };
    }

    /// <summary>The article with this id; null where the corpus has none.</summary>
    /// <exception cref="CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<Article?> FindAsync(ArticleId id, CancellationToken cancellationToken) =>
        (await store.GetArticlesAsync([id], cancellationToken)).SingleOrDefault();

    /// <summary>What can be found at all.</summary>
    /// <exception cref="CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<CorpusOverview> GetOverviewAsync(CancellationToken cancellationToken)
    {
        await index.RefreshAsync(cancellationToken);
        long version = index.Version;
        // Counting a large corpus takes as long as searching it, and nothing changes without a new version.
        if (overview is { } known && known.Version == version)
            return known.Overview;
        var status = await store.GetStatusAsync(cancellationToken);
        var counted = new CorpusOverview(status.Articles, status.NewestPublished, status.OldestPublished, status.LastIngestAt, index.Publishers, version);
        overview = new KnownOverview(version, counted);
        return counted;
    }

    private sealed record KnownOverview(long Version, CorpusOverview Overview);

    /// <summary>By meaning where that can be: by the model whose vectors the index holds at the moment of the search, even where it changes just then.</summary>
    private async Task<(IndexResult Found, string? KeywordsOnly)> FindAsync(string text, IndexQuery query, CancellationToken cancellationToken)
    {
        var question = await QuestionVector.OfAsync(text, index, models, cancellationToken);
        var found = index.Search(query with { Vector = question.Vector });
        if (found.ByMeaning || question.Vector is null)
            return (found, question.KeywordsOnly);
        question = await QuestionVector.OfAsync(text, index, models, cancellationToken);
        found = index.Search(query with { Vector = question.Vector });
        return (found, found.ByMeaning ? null : question.KeywordsOnly ?? QuestionVector.Incomparable);
    }

    /// <summary>
    /// Whether it came later or may have: an article "of 2018" was perhaps not there in April 2018, unless it had been retrieved by then or the
    /// day in its address says so.
    /// </summary>
    /// <remarks>One without any date is let in: it is cited as undated.</remarks>
    private static bool IsLater(IndexedArticle article, DateTimeOffset asOf)
    {
        if (article.PublishedAt is { } known && (known.Start > asOf || known.Precision >= DatePrecision.Day || known.End.AddTicks(-1) <= asOf))
            return known.Start > asOf;
        if (article.RetrievedAt <= asOf)
            return false;
        var day = DayInUrl.Find(article.Url);
        return article.PublishedAt is { } published ? !(day is { } told && told.Overlaps(published.Start, published.End) && told.Start <= asOf) : day?.Start > asOf;
    }

    private static bool IsAllowed(IndexedArticle article, SearchQuery query)
    {
        if (IsLater(article, query.AsOf))
            return false;
        if (query.Publishers.Count > 0 && !query.Publishers.Contains(article.Publisher, StringComparer.OrdinalIgnoreCase))
            return false;
        return (query.PublishedFrom ?? query.PublishedBefore) is null
            || (article.PublishedAt is { } date && date.Overlaps(query.PublishedFrom, query.PublishedBefore));
    }

    private List<(IndexHit Hit, PassageScores Scores)> Fuse(IndexResult found, SearchQuery query, TimeRelevance time)
    {
        var hits = found.Hits;
        if (hits.Count == 0)
            return [];
        float Keyword(IndexHit hit) => hit.Keyword + options.TitleWeight * hit.Title;
        float bestKeyword = Math.Max(float.Epsilon, hits.Max(Keyword)), bestArticle = Math.Max(float.Epsilon, hits.Max(hit => hit.WholeArticle));
        bool isBuiltIn = found.Model is { } model && model == models.BuiltIn?.Id;
        float bestCosine = Math.Max(float.Epsilon, hits.Max(hit => hit.Embedding));
        return [.. hits.Select(hit =>
        {
            float keyword = Keyword(hit) / bestKeyword, article = hit.WholeArticle / bestArticle;
            float timeFactor = time.FactorOf(hit.Article.PublishedAt), publisher = PublisherFactor(hit.Article, query);
            float relevance = options.KeywordWeight * keyword + options.ArticleWeight * article + options.EmbeddingWeight * Math.Max(0, hit.Embedding) / bestCosine;
            return (hit, new PassageScores(keyword, article, hit.Embedding, timeFactor, publisher, relevance * timeFactor * publisher) { Likeness = isBuiltIn ? hit.Embedding : null });
        }).OrderByDescending(scored => scored.Item2.Fused).ThenBy(scored => scored.hit.Passage.Id)];
    }

    private float PublisherFactor(IndexedArticle article, SearchQuery query) =>
        article.Publisher is not null && query.NamedPublishers.Contains(article.Publisher, StringComparer.OrdinalIgnoreCase) ? options.NamedPublisherFactor : 1;

    /// <summary>Of several copies of one text the best documented one keeps its place; each other comes later, so that several voices are heard.</summary>
    private List<(IndexHit Hit, PassageScores Scores)> Diversify(List<(IndexHit Hit, PassageScores Scores)> ranked)
    {
        var places = ranked.Select(scored => scored.Hit.Article).DistinctBy(article => article.Id).GroupBy(article => article.IndependenceGroup)
            .SelectMany(copies => copies.OrderByDescending(Documented).Select((article, place) => (article.Id, place))).ToDictionary(copy => copy.Id, copy => copy.place);
        return [.. ranked.Select(scored => (scored.Hit, scored.Scores with { Fused = scored.Scores.Fused * MathF.Pow(options.CopyFactor, places[scored.Hit.Article.Id]) }))
            .OrderByDescending(scored => scored.Item2.Fused)];
    }

    private static int Documented(IndexedArticle article) => (article.PublishedAt is null ? 0 : 2) + (article.Publisher is null ? 0 : 1);

    private async Task<IReadOnlyList<RetrievedPassage>> WithTextAsync(IEnumerable<(IndexHit Hit, PassageScores Scores)> hits, CancellationToken cancellationToken)
    {
        var wanted = hits.ToList();
        var articles = (await store.GetArticlesAsync([.. wanted.Select(hit => hit.Hit.Article.Id).Distinct()], cancellationToken)).ToDictionary(article => article.Id);
        // An article that another process removed or changed since the search is not quoted by old offsets.
        return [.. wanted.Where(hit => articles.TryGetValue(hit.Hit.Article.Id, out var article) && article.Revision == hit.Hit.Article.Revision)
            .Select(hit => new RetrievedPassage(articles[hit.Hit.Article.Id], hit.Hit.Passage, hit.Scores))];
    }

    private static bool HasPhrases(Article article, IReadOnlyList<string> phrases) =>
        phrases.All(phrase => article.Body.Contains(phrase, StringComparison.OrdinalIgnoreCase) || article.Title.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}

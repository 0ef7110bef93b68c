namespace SurvBot.Corpus.Index;

/// <summary>What the index is asked for: terms, a vector or both, and which articles may answer.</summary>
public sealed record IndexQuery
{
    /// <summary>Terms as <see cref="Text.Terms"/> makes them; none for a search by meaning alone.</summary>
    public IReadOnlyList<WeightedTerm> Terms { get; init; } = [];

    /// <summary>The question's vector, or null for a search by keywords alone.</summary>
    public QueryVector? Vector { get; init; }

    /// <summary>Which articles may be found.</summary>
    public Predicate<IndexedArticle> Filter { get; init; } = _ => true;

    /// <summary>Articles that get half as many candidates of their own, so that others with more of the words do not crowd them out; null for none.</summary>
    public Predicate<IndexedArticle>? Preferred { get; init; }

    /// <summary>How many passages each of the rankings (keyword, article keyword, embedding) contributes at least.</summary>
    public int Candidates { get; init; } = 100;
}

/// <summary>A question's unit vector and the model that made it.</summary>
public sealed record QueryVector(string Model, ReadOnlyMemory<float> Values);

/// <summary>What the index found.</summary>
/// <param name="Hits">The union of each ranking's best passages, every score filled in, in no order.</param>
/// <param name="Idf">Inverse document frequency of each query term, in the query's order.</param>
/// <param name="Model">The model by whose vectors meaning was compared; null where the query has no vector, or one of another model or length.</param>
public sealed record IndexResult(IReadOnlyList<IndexHit> Hits, IReadOnlyList<float> Idf, string? Model)
{
    /// <summary>Whether the query's vector was compared.</summary>
    public bool ByMeaning => Model is not null;
}

/// <summary>One passage that may answer.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Passage">Where it stands.</param>
/// <param name="Keyword">BM25 of the passage's own text.</param>
/// <param name="Title">BM25 of the article's title.</param>
/// <param name="WholeArticle">BM25 of the whole article.</param>
/// <param name="Embedding">Cosine between question and passage, 0 without vectors.</param>
public sealed record IndexHit(IndexedArticle Article, Articles.Passage Passage, float Keyword, float Title, float WholeArticle, float Embedding);

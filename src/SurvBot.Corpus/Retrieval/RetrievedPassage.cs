using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Retrieval;

/// <summary>A passage that was found, with the article it stands in and why it ranks where it does.</summary>
/// <param name="Article">The whole article, body included.</param>
/// <param name="Passage">Where in the body.</param>
/// <param name="Scores">Each component's score.</param>
public sealed record RetrievedPassage(Article Article, Passage Passage, PassageScores Scores)
{
    /// <summary>The passage's words, exactly as the body has them.</summary>
    public string Text => Article.Body[Passage.Start..Passage.End];
}

/// <summary>Why a passage ranks where it does.</summary>
/// <param name="Keyword">BM25 of the passage and its title, 1 for the best candidate.</param>
/// <param name="WholeArticle">BM25 of the whole article, 1 for the best candidate.</param>
/// <param name="Embedding">Cosine between question and passage by the model that is searched by; 0 without vectors.</param>
/// <param name="Time">Factor for age, or for lying in the time asked about.</param>
/// <param name="Publisher">Factor for a publisher that the question names.</param>
/// <param name="Fused">What the ranking goes by.</param>
public sealed record PassageScores(float Keyword, float WholeArticle, float Embedding, float Time, float Publisher, float Fused)
{
    /// <summary>The cosine by the built-in model, which support and scope were fitted on: those of other models lie elsewhere. Null where nobody has measured it.</summary>
    public float? Likeness { get; init; }
}

/// <summary>A ranked search.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="Terms">The terms searched for, corrected where the corpus does not know the word, with their inverse document frequencies.</param>
public sealed record RetrievalResult(IReadOnlyList<RetrievedPassage> Passages, IReadOnlyList<QueryTerm> Terms)
{
    /// <summary>Why nothing was searched by meaning, for people; null where it was.</summary>
    public string? KeywordsOnly { get; init; }
}

/// <summary>What the corpus held when it was searched.</summary>
/// <param name="Articles">Number of articles.</param>
/// <param name="NewestPublished">Latest publication date, null where no article has one.</param>
/// <param name="OldestPublished">Earliest publication date, null where no article has one.</param>
/// <param name="LastIngestAt">When an ingest last changed something.</param>
/// <param name="Publishers">Proper names of all publishers.</param>
/// <param name="Version">Grows with every change; equal versions mean equal content.</param>
public sealed record CorpusOverview(int Articles, PartialDate? NewestPublished, PartialDate? OldestPublished, DateTimeOffset? LastIngestAt, IReadOnlyList<string> Publishers, long Version = 0);

/// <summary>One term of a search.</summary>
/// <param name="Term">The stem that was searched for.</param>
/// <param name="Asked">The stem as it was asked; differs from <paramref name="Term"/> when its spelling was corrected.</param>
/// <param name="Idf">Inverse document frequency over passages.</param>
public sealed record QueryTerm(string Term, string Asked, float Idf);

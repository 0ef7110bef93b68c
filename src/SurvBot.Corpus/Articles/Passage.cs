namespace SurvBot.Corpus.Articles;

/// <summary>A quotable stretch of one article's body, the unit of retrieval.</summary>
/// <param name="Id">Unique in one store, never used again.</param>
/// <param name="ArticleId">The article it belongs to.</param>
/// <param name="Ordinal">0 for the article's first passage.</param>
/// <param name="Start">UTF-16 offset of its first character in the body.</param>
/// <param name="End">UTF-16 offset after its last character.</param>
public sealed record Passage(long Id, ArticleId ArticleId, int Ordinal, int Start, int End);

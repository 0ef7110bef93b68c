using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers;

/// <summary>A passage that was read for an answer.</summary>
/// <param name="ArticleId">The article it stands in.</param>
/// <param name="Revision">Which of its revisions was read.</param>
/// <param name="Start">UTF-16 offset of its first character in that revision's body.</param>
/// <param name="End">UTF-16 offset after its last character.</param>
public sealed record ReadPassage(ArticleId ArticleId, int Revision, int Start, int End)
{
    /// <summary>A stretch of an article.</summary>
    public static ReadPassage Of(Article article, TextSpan span) => new(article.Id, article.Revision, span.Start, span.End);

    /// <summary>What was found.</summary>
    public static ReadPassage Of(RetrievedPassage found) => Of(found.Article, new TextSpan(found.Passage.Start, found.Passage.End));

    /// <summary>An article that was read from its first to its last character.</summary>
    public static ReadPassage Whole(Article article) => Of(article, new TextSpan(0, article.Body.Length));
}

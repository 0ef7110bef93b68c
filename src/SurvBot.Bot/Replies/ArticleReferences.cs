using SurvBot.Answers;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Replies;

/// <summary>Names articles to readers.</summary>
internal static class ArticleReferences
{
    /// <summary>A cited article with its quotes, marked for those who asked <paramref name="question"/>.</summary>
    public static Source Source(Citation citation, string question) => new(
        citation.N, WebAddress.OrEmpty(citation.Url), citation.Publisher, citation.Title, citation.PublishedAt?.ToDisplayString(), citation.SourceKind == SourceKind.Brief,
        [.. citation.Quotes.Select(quote => new SourceQuote(quote.Text, QuoteMarks.In(quote.Text, question)))]);

    /// <summary>An article that does not answer.</summary>
    public static ArticleLink Link(NearestArticle article) => new(WebAddress.OrEmpty(article.Url), article.Publisher, article.Title, article.PublishedAt?.ToDisplayString(), article.SourceKind == SourceKind.Brief);
}

using SurvBot.Answers;

namespace SurvBot.Bot.Replies;

/// <summary>How an article is named in a line of plain text.</summary>
internal static class ArticleName
{
    /// <summary>"The Verge, “Title”, 11 Apr 2018", or "SurvBot brief, after The Verge, May 2018": a brief's title is not the publisher's.</summary>
    public static string Of(Source source) => source.IsBrief ? Dated(source) : Of(source.Publisher, source.Title, source.Date);

    /// <summary>The same; one that nobody quoted is known by its title, a brief too.</summary>
    public static string Of(ArticleLink article) => article.IsBrief ? $"“{article.Title}”, {SourceLine.Of(article.Publisher, article.Date, isBrief: true)}" : Of(article.Publisher, article.Title, article.Date);

    /// <summary>Who published it and when: "The Verge, 11 Apr 2018".</summary>
    public static string Dated(Source source) => SourceLine.Of(source.Publisher, source.Date, source.IsBrief);

    private static string Of(string? publisher, string title, string? date) => SourceLine.Listed(publisher, $"“{title}”", date);
}

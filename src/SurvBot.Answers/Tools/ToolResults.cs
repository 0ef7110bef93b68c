using System.ComponentModel;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Tools;

/// <summary>Which article some words are from.</summary>
public sealed record ArticleReference
{
    [Description("Names the article for the tool \"article\".")]
    public required ArticleId Id { get; init; }

    /// <summary>Null for one that came from a file: where that lies is nobody else's business.</summary>
    [Description("Where it was published; left out for an article without a web address.")]
    public string? Url { get; init; }

    public required string Title { get; init; }

    [Description("The outlet. Of a brief, the outlet whose article it sums up: the words are not the outlet's.")]
    public string? Publisher { get; init; }

    [Description("As exactly as is known: a year, a month, a day or an instant.")]
    public PartialDate? PublishedAt { get; init; }

    public required SourceKind SourceKind { get; init; }

    [Description("Whom to name for the words, such as \"The Verge, 11 Apr 2018\" or \"SurvBot brief, after The Verge, 11 Apr 2018\".")]
    public required string Attribution { get; init; }

    internal static ArticleReference Of(Article article) => new()
    {
        Id = article.Id,
        Url = OnTheWeb(article.Url),
        Title = article.Title,
        Publisher = article.Publisher,
        PublishedAt = article.PublishedAt,
        SourceKind = article.SourceKind,
        Attribution = SourceLine.Of(article.Publisher, article.PublishedAt?.ToDisplayString(), article.SourceKind == SourceKind.Brief),
    };

    internal static ArticleReference Of(Citation cited) => new()
    {
        Id = cited.ArticleId,
        Url = OnTheWeb(cited.Url),
        Title = cited.Title,
        Publisher = cited.Publisher,
        PublishedAt = cited.PublishedAt,
        SourceKind = cited.SourceKind,
        Attribution = SourceLine.Of(cited.Publisher, cited.PublishedAt?.ToDisplayString(), cited.SourceKind == SourceKind.Brief),
    };

    private static string? OnTheWeb(string url) => url.StartsWith("http", StringComparison.Ordinal) ? url : null;
}

/// <summary>What a search found.</summary>
/// <param name="Passages">The best passage of each article, best first.</param>
public sealed record SearchFindings(IReadOnlyList<FoundPassage> Passages);

/// <summary>Words of an article and where they stand in its body: from <paramref name="Start"/> to <paramref name="End"/> (UTF-16 offsets).</summary>
public sealed record FoundPassage(ArticleReference Article, string Text, int Start, int End);

/// <summary>One article, or as much of it as fits: its body from <paramref name="Start"/> to <paramref name="End"/> of <paramref name="Length"/> (UTF-16 offsets).</summary>
public sealed record WholeArticle(ArticleReference Article, string Text, int Start, int End, int Length)
{
    public string? Author { get; init; }

    [Description("When its publisher last changed it, where that is known.")]
    public PartialDate? UpdatedAt { get; init; }

    public string? Language { get; init; }
}

/// <summary>What happened to a subject, in order.</summary>
/// <param name="Entries">Each with its date and the numbers of its citations.</param>
/// <param name="Citations">The articles that are quoted.</param>
public sealed record ToldTimeline(IReadOnlyList<TimelineEntry> Entries, IReadOnlyList<TimelineCitation> Citations)
{
    [Description("Why there are no entries.")]
    public string? Nothing { get; init; }
}

/// <summary>A numbered article with what is quoted from it.</summary>
public sealed record TimelineCitation(int N, ArticleReference Article, IReadOnlyList<Quote> Quotes);

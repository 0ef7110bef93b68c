using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;

namespace SurvBot.Tests.Support;

/// <summary>Arbitrary articles, each with an address and a text of its own, to be changed by <c>with</c>.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    public static string Url(string name) => $"https://news.example/{name}";

    public static ArticleId Id(string name) => ArticleId.FromCanonicalUrl(Url(name));

    public static Article Article(string name = "cameras", string? body = null) => new()
    {
        Url = Url(name),
        Title = $"The {name} report",
        RetrievedAt = Now,
        Body = body ?? Body(name),
        IndependenceGroup = Id(name),
    };

    public static ArticleDraft Draft(string name = "cameras", string? body = null) => new()
    {
        Url = Url(name),
        Title = $"The {name} report",
        Body = body ?? Body(name),
        Origin = name,
    };

    /// <summary>What a pipeline would hand to the store: one passage a paragraph, vectors by the model "m".</summary>
    public static ArticleWrite Write(Article article, params Half[][] vectors) =>
        new(article, ArticleContent.Hash(article), Paragraphs(article.Body), vectors.Length == 0 ? [] : [new PassageVectors("m", vectors)], []);

    public static ArticleWrite Write(string name = "cameras", params Half[][] vectors) => Write(Article(name), vectors);

    public static Half[] Vector(params float[] values) => [.. values.Select(value => (Half)value)];

    public static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);

    /// <summary>The first instant of a date.</summary>
    public static DateTimeOffset Instant(string text) => Date(text).Start;

    private static string Body(string name) => $"The town of {name} bought forty cameras.\n\nNobody had asked {name} about it.";

    private static List<TextSpan> Paragraphs(string body)
    {
        var spans = new List<TextSpan>();
        int start = 0;
        foreach (string paragraph in body.Split("\n\n"))
        {
            spans.Add(new TextSpan(start, start + paragraph.Length));
            start += paragraph.Length + 2;
        }
        return spans;
    }
}

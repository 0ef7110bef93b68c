using System.Globalization;
using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Ingestion;

/// <summary>An article's fields as some source wrote them; the same rules turn all of them into drafts.</summary>
internal sealed record RawArticle
{
    /// <summary>Longest body that is taken.</summary>
    public const int MaxBodyChars = 1_000_000;

    private const int MaxFieldChars = 1_000;

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public string? PublishedAt { get; init; }

    public string? UpdatedAt { get; init; }

    public string? Language { get; init; }

    public string? SourceKind { get; init; }

    public string? Body { get; init; }

    /// <summary>A draft, or the first reason why there can be none.</summary>
    public ReadOutcome ToOutcome(string origin)
    {
        if (string.IsNullOrWhiteSpace(Url))
            return new ReadFailure(origin, "\"url\" is missing");
        if (!CanonicalUrl.TryNormalize(Url, out string url))
            return new ReadFailure(origin, $"\"url\" is not a web address: {Words.Quote(Url)}");
        if (string.IsNullOrWhiteSpace(Body))
            return new ReadFailure(origin, "no text: \"body\" is missing or empty");
        if (Body.Length > MaxBodyChars)
            return new ReadFailure(origin, string.Create(CultureInfo.InvariantCulture, $"the text is too long: {Body.Length:N0} characters, at most {MaxBodyChars:N0} are taken"));
        if (!TryReadDate(PublishedAt, out var published))
            return new ReadFailure(origin, $"\"publishedAt\" is not a date: {Words.Quote(PublishedAt!)}");
        if (!TryReadDate(UpdatedAt, out var updated))
            return new ReadFailure(origin, $"\"updatedAt\" is not a date: {Words.Quote(UpdatedAt!)}");

        var publisher = PublisherNames.Resolve(Field(Publisher), url);
        var kind = publisher.Kind ?? Articles.SourceKind.Independent;
        if (!string.IsNullOrWhiteSpace(SourceKind) && !TryReadKind(SourceKind, out kind))
            return new ReadFailure(origin, $"\"sourceKind\" is {Words.Quote(SourceKind)}, which is none of {KindNames}");

        return new ArticleRead(new ArticleDraft
        {
            Url = url,
            Title = Field(Title) ?? Words.FirstSentence(Body),
            Publisher = publisher.Name,
            Author = Field(Author),
            PublishedAt = published,
            UpdatedAt = updated,
            Language = Words.LanguageTag(Language),
            SourceKind = kind,
            Body = Body,
            Origin = origin,
        });
    }

    private static string KindNames => string.Join(", ", Enum.GetNames<SourceKind>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]));

    private static bool TryReadKind(string text, out SourceKind kind) =>
        Enum.TryParse(text.Trim(), ignoreCase: true, out kind) && Enum.IsDefined(kind) && char.IsLetter(text.Trim()[0]);

    private static bool TryReadDate(string? text, out PartialDate? date)
    {
        date = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        bool read = SourceDate.TryRead(text, out var value);
        date = read ? value : null;
        return read;
    }

    private static string? Field(string? text)
    {
        string folded = Words.Fold(text ?? "");
        return folded.Length == 0 ? null : folded.Length <= MaxFieldChars ? folded : Words.Shorten(folded, MaxFieldChars);
    }
}

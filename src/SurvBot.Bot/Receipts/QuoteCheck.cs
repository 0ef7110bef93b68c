using SurvBot.Answers;
using SurvBot.Corpus.Articles;

namespace SurvBot.Bot.Receipts;

/// <summary>What has become of a quote's words in the corpus.</summary>
public enum QuoteStanding
{
    /// <summary>They stand where they stood.</summary>
    Unchanged,

    /// <summary>They stand elsewhere in the article.</summary>
    Moved,

    /// <summary>The article has changed, and no longer has them.</summary>
    Gone,

    /// <summary>The article is no longer in the corpus.</summary>
    ArticleRemoved,
}

/// <summary>A quote held against the present corpus.</summary>
/// <param name="Citation">Number of the citation it belongs to.</param>
/// <param name="Quote">As it was quoted.</param>
/// <param name="Standing">What has become of it.</param>
/// <param name="Start">UTF-16 offset at which its words stand now; null where they do not.</param>
public sealed record QuoteCheck(int Citation, Quote Quote, QuoteStanding Standing, int? Start)
{
    /// <summary>Holds every quote of some citations against the articles that are there.</summary>
    public static IReadOnlyList<QuoteCheck> Of(IEnumerable<Citation> citations, IReadOnlyCollection<Article> present) =>
        [.. citations.SelectMany(citation => citation.Quotes.Select(quote => Of(citation.N, quote, present.FirstOrDefault(article => article.Id == citation.ArticleId)?.Body)))];

    private static QuoteCheck Of(int citation, Quote quote, string? body)
    {
        if (body is null)
            return new QuoteCheck(citation, quote, QuoteStanding.ArticleRemoved, null);
        bool stands = quote.End <= body.Length && body.AsSpan(quote.Start, quote.End - quote.Start).SequenceEqual(quote.Text);
        return (stands ? quote.Start : body.IndexOf(quote.Text, StringComparison.Ordinal)) switch
        {
            -1 => new QuoteCheck(citation, quote, QuoteStanding.Gone, null),
            var start => new QuoteCheck(citation, quote, stands ? QuoteStanding.Unchanged : QuoteStanding.Moved, start),
        };
    }
}

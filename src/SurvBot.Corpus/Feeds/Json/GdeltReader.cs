using System.Text.Json;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds.Json;

/// <summary>Reads a list of articles of GDELT's DOC 2.0 service (mode ArtList, format JSON) as leads: where to look, never what was said.</summary>
internal static class GdeltReader
{
    /// <summary>The leads as a feed, or null for JSON that is none.</summary>
    public static Feed? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("articles", out var articles) || articles.ValueKind != JsonValueKind.Array)
            return null;
        return new Feed
        {
            Format = "GDELT ArtList",
            Items = [.. articles.EnumerateArray().Where(article => article.ValueKind == JsonValueKind.Object).Take(Feed.MaxItems).Select(ToItem)],
        };
    }

    // "seendate" is when GDELT saw the page, not when it was published: it is no date of the article.
    private static FeedItem ToItem(JsonElement article) => new()
    {
        Link = article.Text("url") is { } url && FeedAddress.IsWeb(url) ? url.Trim() : null,
        // GDELT sets blanks around punctuation ("U . S .").
        Title = Tightened(MarkupText.Of(article.Text("title"))).Shortened(Limits.TitleChars),
        Publisher = MarkupText.Plain(article.Text("domain")).Shortened(Limits.TitleChars),
    };

    private static string? Tightened(string? title) => title is null ? null : Words.Fold(title.Replace(" ,", ",", StringComparison.Ordinal).Replace(" :", ":", StringComparison.Ordinal).Replace(" ?", "?", StringComparison.Ordinal).Replace(" !", "!", StringComparison.Ordinal));
}

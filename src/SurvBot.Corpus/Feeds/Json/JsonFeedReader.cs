using System.Text.Json;
using SurvBot.Corpus.Feeds.Dates;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds.Json;

/// <summary>Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).</summary>
internal static class JsonFeedReader
{
    private const string Version = "https://jsonfeed.org/version/";

    /// <summary>The feed, or null for JSON that is none.</summary>
    public static Feed? Read(JsonElement root, Uri address)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            return null;
        string version = root.Text("version")?.Replace("http:", "https:", StringComparison.OrdinalIgnoreCase).Replace("//www.", "//", StringComparison.OrdinalIgnoreCase) ?? "";
        var authors = Authors(root, address);
        return new Feed
        {
            Format = $"JSON Feed {(version.StartsWith(Version, StringComparison.OrdinalIgnoreCase) && version.Length < 40 ? version[Version.Length..] : "")}".TrimEnd(' ', '/'),
            Title = MarkupText.Plain(root.Text("title")).Shortened(Limits.TitleChars),
            Link = FeedAddress.Resolve(root.Text("home_page_url"), address),
            Language = Words.LanguageTag(root.Text("language")),
            Authors = authors,
            Links = FeedAddress.Resolve(root.Text("feed_url"), address) is { } self ? [new FeedLink(FeedLink.Self, self)] : [],
            Items = [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(Feed.MaxItems).Select(item => ToItem(item, authors, address))],
        };
    }

    private static FeedItem ToItem(JsonElement item, IReadOnlyList<FeedAuthor> ofFeed, Uri address)
    {
        string? id = item.Text("id"), link = FeedAddress.Resolve(item.Text("url") ?? item.Text("external_url"), address);
        return new FeedItem
        {
            Id = id is { Length: > 0 and <= Limits.IdChars } ? id : null,
            Link = link ?? (id is not null && FeedAddress.IsWeb(id) ? FeedAddress.Resolve(id, address) : null),
            Title = MarkupText.Plain(item.Text("title")).Shortened(Limits.TitleChars),
            Published = FeedDate.Read(item.Text("date_published")),
            Updated = FeedDate.Read(item.Text("date_modified")),
            Authors = Authors(item, address) is { Count: > 0 } own ? own : ofFeed,
            Links = link is null ? [] : [new FeedLink(FeedLink.Alternate, link)],
            Summary = (MarkupText.Plain(item.Text("summary") ?? item.Text("content_text")) ?? MarkupText.Of(item.Text("content_html"))).Shortened(Limits.SummaryChars),
            Categories = [.. item.Array("tags").Select(tag => MarkupText.Plain(tag.Text())).OfType<string>().Take(Limits.Categories)],
        };
    }

    // 1.0 has one "author", 1.1 "authors".
    private static List<FeedAuthor> Authors(JsonElement element, Uri address)
    {
        IEnumerable<JsonElement> named = element.Array("authors");
        if (element.TryGetProperty("author", out var one))
            named = named.Append(one);
        return [.. named.Take(Limits.Authors).Select(author => author.ValueKind == JsonValueKind.Object ? Author(author, address) : FeedAuthor.Parse(author.Text())).OfType<FeedAuthor>().Distinct()];
    }

    private static FeedAuthor? Author(JsonElement author, Uri address)
    {
        string? name = MarkupText.Plain(author.Text("name")).Shortened(Limits.TitleChars), page = FeedAddress.Resolve(author.Text("url"), address);
        return name is null && page is null ? null : new FeedAuthor(name, Address: page);
    }
}

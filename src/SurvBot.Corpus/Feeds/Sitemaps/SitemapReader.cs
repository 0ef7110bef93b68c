using SurvBot.Corpus.Feeds.Dates;
using SurvBot.Corpus.Feeds.Xml;

namespace SurvBot.Corpus.Feeds.Sitemaps;

/// <summary>Reads a sitemap, with what news sitemaps add (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).</summary>
internal static class SitemapReader
{
    public static Feed Read(XmlCursor root)
    {
        var items = new List<FeedItem>();
        bool isNews = false;
        foreach (var element in root.Children())
        {
            if (element.Name != "url" || items.Count == Feed.MaxItems)
                continue;
            var item = ReadAddress(element);
            isNews |= item.Title is not null || item.Publisher is not null;
            items.Add(item);
        }
        return new Feed { Format = isNews ? "News sitemap" : "Sitemap", Items = items };
    }

    private static FeedItem ReadAddress(XmlCursor cursor)
    {
        var item = new FeedItem();
        foreach (var element in cursor.Children())
        {
            item = element.Name switch
            {
                "loc" => item with { Link = item.Link ?? FeedAddress.Resolve(element.Text(), element.Base) },
                "lastmod" => item with { Updated = FeedDate.Read(element.Text()) },
                "news:news" => ReadNews(element, item),
                _ => item,
            };
        }
        return item;
    }

    private static FeedItem ReadNews(XmlCursor cursor, FeedItem item)
    {
        foreach (var element in cursor.Children())
        {
            item = element.Name switch
            {
                "news:title" => item with { Title = MarkupText.Of(element.Text()).Shortened(Limits.TitleChars) },
                "news:publication_date" => item with { Published = FeedDate.Read(element.Text()) },
                "news:publication" => item with { Publisher = NameOf(element) },
                "news:keywords" => item with { Categories = [.. element.Text().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Limits.Categories)] },
                _ => item,
            };
        }
        return item;
    }

    private static string? NameOf(XmlCursor publication)
    {
        string? name = null;
        foreach (var element in publication.Children())
            if (element.Name == "news:name")
                name ??= MarkupText.Of(element.Text()).Shortened(Limits.TitleChars);
        return name;
    }
}

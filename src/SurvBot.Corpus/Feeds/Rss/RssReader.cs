using SurvBot.Corpus.Feeds.Dates;
using SurvBot.Corpus.Feeds.Xml;

namespace SurvBot.Corpus.Feeds.Rss;

/// <summary>Reads RSS off the wire. RSS 1.0 has its items beside the channel, the others within: both places are looked at.</summary>
internal static class RssReader
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    public static RssChannel Read(XmlCursor root)
    {
        var channel = new RssChannel { Format = root.Name == "rss" ? $"RSS {root.Attribute("version")}".TrimEnd() : "RSS 1.0" };
        foreach (var element in root.Children())
        {
            if (element.Name == "channel")
                ReadChannel(element, channel);
            else if (element.Name is "item" or "entry")
                AddItem(element, channel);
        }
        return channel;
    }

    private static void ReadChannel(XmlCursor cursor, RssChannel channel)
    {
        foreach (var element in cursor.Children())
        {
            switch (element.Name)
            {
                case "item" or "entry": AddItem(element, channel); break;
                case "title": channel.Title ??= MarkupText.Of(element.Text()); break;
                case "dc:title": channel.DcTitle ??= MarkupText.Of(element.Text()); break;
                case "link": channel.Link ??= FeedAddress.Resolve(element.Text(), element.Base); break;
                case "atom:link": AddLink(element, channel.AtomLinks); break;
                case "language" or "dc:language": channel.Language ??= element.Text(); break;
                case "pubdate": channel.PubDate ??= FeedDate.Read(element.Text()); break;
                case "dc:date" or "dcterms:issued" or "dcterms:created": channel.DcDate ??= FeedDate.Read(element.Text()); break;
                case "lastbuilddate": channel.LastBuildDate ??= FeedDate.Read(element.Text()); break;
                case "dcterms:modified" or "atom:updated": channel.Modified ??= FeedDate.Read(element.Text()); break;
                case "managingeditor" or "author" or "itunes:author": AddAuthor(element, channel.ManagingEditors); break;
                case "dc:creator" or "dc:author": AddAuthor(element, channel.Creators); break;
                case "ttl": channel.Ttl ??= element.Text(); break;
                case "sy:updateperiod": channel.UpdatePeriod ??= element.Text(); break;
                case "sy:updatefrequency": channel.UpdateFrequency ??= element.Text(); break;
            }
        }
    }

    private static void AddItem(XmlCursor cursor, RssChannel channel)
    {
        if (channel.Items.Count == Feed.MaxItems)
            return;
        var item = new RssItem { About = cursor.Attribute("about", Rdf) };
        foreach (var element in cursor.Children())
            ReadField(element, item);
        channel.Items.Add(item);
    }

    private static void ReadField(XmlCursor element, RssItem item)
    {
        switch (element.Name)
        {
            case "title": item.Title ??= MarkupText.Of(element.Text()); break;
            case "dc:title": item.DcTitle ??= MarkupText.Of(element.Text()); break;
            case "link": item.Link ??= FeedAddress.Resolve(element.Attribute("href") ?? element.Text(), element.Base); break;
            case "feedburner:origlink": item.OriginalLink ??= FeedAddress.Resolve(element.Text(), element.Base); break;
            case "atom:link": AddLink(element, item.AtomLinks); break;
            case "guid" or "id": ReadGuid(element, item); break;
            case "pubdate" or "atom:published": item.PubDate ??= FeedDate.Read(element.Text()); break;
            case "dc:date" or "dcterms:issued" or "dcterms:created": item.DcDate ??= FeedDate.Read(element.Text()); break;
            case "dcterms:modified" or "atom:updated": item.Modified ??= FeedDate.Read(element.Text()); break;
            case "author" or "itunes:author": AddAuthor(element, item.Authors); break;
            case "dc:creator" or "dc:author": AddAuthor(element, item.Creators); break;
            case "enclosure": AddEnclosure(element, item); break;
            case "description" or "summary" or "itunes:summary": item.Description ??= MarkupText.Of(element.Text()); break;
            case "content:encoded" or "xhtml:body" or "fullitem": item.Content ??= MarkupText.Of(element.Text()); break;
            case "category" or "dc:subject" when MarkupText.Of(element.Text()) is { } category && item.Categories.Count < Limits.Categories: item.Categories.Add(category); break;
            case "source": item.Source ??= MarkupText.Of(element.Text()); break;
        }
    }

    private static void ReadGuid(XmlCursor element, RssItem item)
    {
        if (item.Guid is not null)
            return;
        item.IsPermaLink = !string.Equals(element.Attribute("isPermaLink")?.Trim(), "false", StringComparison.OrdinalIgnoreCase);
        string text = element.Text().Trim();
        item.Guid = text.Length is > 0 and <= Limits.IdChars ? text : null;
        item.PermaLink = FeedAddress.IsWeb(text) ? FeedAddress.Resolve(text, element.Base) : null;
    }

    private static void AddAuthor(XmlCursor element, List<FeedAuthor> authors)
    {
        if (authors.Count < Limits.Authors && FeedAuthor.Parse(element.Text()) is { } author)
            authors.Add(author);
    }

    private static void AddLink(XmlCursor element, List<FeedLink> links)
    {
        if (links.Count < Limits.Links && FeedAddress.Resolve(element.Attribute("href"), element.Base) is { } address)
            links.Add(new FeedLink(element.Attribute("rel")?.Trim() is { Length: > 0 } relation ? relation : FeedLink.Alternate, address));
    }

    private static void AddEnclosure(XmlCursor element, RssItem item)
    {
        if (item.Enclosures.Count < Limits.Links && FeedAddress.Resolve(element.Attribute("url"), element.Base) is { } address)
            item.Enclosures.Add(new FeedLink(FeedLink.Enclosure, address));
    }
}

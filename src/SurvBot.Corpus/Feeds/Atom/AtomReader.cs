using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Feeds.Dates;
using SurvBot.Corpus.Feeds.Xml;

namespace SurvBot.Corpus.Feeds.Atom;

/// <summary>Reads Atom off the wire (RFC 4287, and 0.3 as it was in use before).</summary>
internal static class AtomReader
{
    private const string XmlSpace = "http://www.w3.org/XML/1998/namespace";

    public static AtomEntry Read(XmlCursor root)
    {
        var feed = new AtomEntry { Format = root.Attribute("version")?.Trim() is { Length: > 0 and < 10 } version ? $"Atom {version}" : "Atom 1.0", Language = root.Attribute("lang", XmlSpace) };
        foreach (var element in root.Children())
        {
            if (element.Name is not ("entry" or "item"))
                ReadField(element, feed);
            else if (feed.Entries.Count < Feed.MaxItems)
                feed.Entries.Add(ReadEntry(element));
        }
        return feed;
    }

    private static AtomEntry ReadEntry(XmlCursor cursor)
    {
        var entry = new AtomEntry();
        foreach (var element in cursor.Children())
            ReadField(element, entry);
        return entry;
    }

    // Where a field stands twice the last one counts, as for feedparser; of texts the first.
    private static void ReadField(XmlCursor element, AtomEntry entry)
    {
        switch (element.Name)
        {
            case "id" or "guid" when element.Text().Trim() is { Length: > 0 and <= Limits.IdChars } id: entry.Id ??= id; break;
            case "title" or "dc:title": entry.Title ??= AtomText.Read(element); break;
            case "link": AddLink(element, entry.Links); break;
            case "feedburner:origlink": entry.OriginalLink ??= FeedAddress.Resolve(element.Text(), element.Base); break;
            case "published" or "issued" or "pubdate" or "dcterms:issued": entry.Published = Date(element) ?? entry.Published; break;
            case "created" or "dcterms:created": entry.Created = Date(element) ?? entry.Created; break;
            case "updated" or "modified" or "dcterms:modified" or "dc:date": entry.Updated = Date(element) ?? entry.Updated; break;
            case "author": AddAuthor(element, entry.Authors); break;
            case "dc:creator" or "dc:author" when entry.Authors.Count < Limits.Authors && FeedAuthor.Parse(element.Text()) is { } author: entry.Authors.Add(author); break;
            case "summary" or "subtitle" or "tagline": entry.Summary ??= AtomText.Read(element); break;
            case "content": entry.Content ??= AtomText.Read(element); break;
            case "category" when (element.Attribute("label") ?? element.Attribute("term")) is { Length: > 0 } category && entry.Categories.Count < Limits.Categories: entry.Categories.Add(category.Shortened(Limits.TitleChars)!); break;
            case "source": entry.Source = ReadEntry(element); break;
        }
    }

    private static PartialDate? Date(XmlCursor element) => FeedDate.Read(element.Text());

    private static void AddLink(XmlCursor element, List<FeedLink> links)
    {
        string relation = element.Attribute("rel")?.Trim() is { Length: > 0 } named ? named : FeedLink.Alternate;
        if (links.Count < Limits.Links && FeedAddress.Resolve(element.Attribute("href") ?? element.Text(), element.Base) is { } address)
            links.Add(new FeedLink(relation, address));
    }

    private static void AddAuthor(XmlCursor cursor, List<FeedAuthor> authors)
    {
        string? name = null, mail = null, address = null;
        foreach (var element in cursor.Children())
        {
            switch (element.Name)
            {
                case "name": name ??= MarkupText.Plain(element.Text()).Shortened(Limits.TitleChars); break;
                case "email": mail ??= MarkupText.Plain(element.Text()).Shortened(Limits.TitleChars); break;
                case "uri" or "url" or "homepage": address ??= FeedAddress.Resolve(element.Text(), element.Base); break;
            }
        }
        if (authors.Count < Limits.Authors && (name ?? mail ?? address) is not null)
            authors.Add(new FeedAuthor(name, mail, address));
    }
}

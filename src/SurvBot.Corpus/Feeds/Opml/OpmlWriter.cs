using System.Text;
using System.Xml;

namespace SurvBot.Corpus.Feeds.Opml;

/// <summary>Writes a list of feeds that any feed reader imports.</summary>
public static class OpmlWriter
{
    /// <summary>OPML 2.0 with the feeds under their groups, in the order given.</summary>
    public static string Write(string title, IEnumerable<ListedFeed> feeds)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", Allowed(title));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var group in feeds.GroupBy(feed => feed.Group))
                WriteGroup(xml, group);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    private static void WriteGroup(XmlWriter xml, IGrouping<string?, ListedFeed> group)
    {
        if (group.Key is { } heading)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", Allowed(heading));
            xml.WriteAttributeString("title", Allowed(heading));
        }
        foreach (var feed in group)
            WriteFeed(xml, feed);
        if (group.Key is not null)
            xml.WriteEndElement();
    }

    private static void WriteFeed(XmlWriter xml, ListedFeed feed)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", Allowed(feed.Title ?? feed.Address));
        xml.WriteAttributeString("title", Allowed(feed.Title ?? feed.Address));
        xml.WriteAttributeString("xmlUrl", feed.Address);
        if (feed.Site is not null)
            xml.WriteAttributeString("htmlUrl", feed.Site);
        xml.WriteEndElement();
    }

    // A publisher's title may hold what XML forbids.
    private static string Allowed(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or >= ' ' and not (0xFFFE or 0xFFFF or 0xFFFD)));
}

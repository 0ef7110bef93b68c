using System.Xml;
using SurvBot.Corpus.Feeds.Xml;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds.Opml;

/// <summary>Reads a list of feeds as feed readers export it (http://opml.org/spec2.opml).</summary>
public static class OpmlReader
{
    /// <summary>Largest list, and most feeds in it.</summary>
    public const int MaxBytes = 4 * 1024 * 1024, MaxFeeds = 5_000;

    private static readonly Uri Nowhere = new("about:blank");

    /// <summary>The feeds, each address once, and a line for each entry that cannot be one.</summary>
    /// <exception cref="FormatException">It is no such list; the message is one line without a full stop.</exception>
    public static OpmlList Read(byte[] file)
    {
        if (file.Length > MaxBytes)
            throw new FormatException($"it has {file.Length:N0} bytes, at most {MaxBytes:N0} are read");
        string text = FeedDecoder.Decode(file, charset: null).Trim().TrimStart('\ufeff');
        try
        {
            return Read(text);
        }
        catch (XmlException)
        {
            return ReadMended(text);
        }
        catch (FeedTooComplexException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    private static OpmlList ReadMended(string text)
    {
        try
        {
            return Read(XmlRepair.WellFormed(text));
        }
        catch (Exception fault) when (fault is XmlException or FeedTooComplexException)
        {
            throw new FormatException($"it is no list of feeds (OPML): it begins with {Words.Quote(text)}", fault);
        }
    }

    private static OpmlList Read(string text)
    {
        using var cursor = XmlCursor.Open(text, Nowhere);
        if (cursor.Name != "opml")
            throw new FormatException($"it is no list of feeds: its outermost element is {Words.Quote(cursor.Name)}, not \"opml\"");
        var list = new OpmlList();
        foreach (var part in cursor.Children())
            if (part.Name == "body")
                ReadOutlines(part, null, list);
        return list;
    }

    // No deeper than the cursor goes.
    private static void ReadOutlines(XmlCursor parent, string? group, OpmlList list)
    {
        foreach (var outline in parent.Children())
        {
            if (outline.Name != "outline")
                continue;
            string? title = MarkupText.Plain(outline.Attribute("title") ?? outline.Attribute("text")).Shortened(Limits.TitleChars);
            if ((outline.Attribute("xmlUrl") ?? outline.Attribute("xmlurl")) is { } address)
                list.Add(address, new ListedFeed("", title, FeedAddress.Resolve(outline.Attribute("htmlUrl"), Nowhere), group));
            ReadOutlines(outline, title ?? group, list);
        }
    }
}

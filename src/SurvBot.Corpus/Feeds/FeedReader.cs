using System.Text.Json;
using System.Xml;
using SurvBot.Corpus.Feeds.Atom;
using SurvBot.Corpus.Feeds.Json;
using SurvBot.Corpus.Feeds.Rss;
using SurvBot.Corpus.Feeds.Sitemaps;
using SurvBot.Corpus.Feeds.Xml;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds;

/// <summary>Reads a feed of any format out of bytes that nobody vouches for.</summary>
public static class FeedReader
{
    /// <summary>Largest feed that is read.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reads RSS 0.9x–2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed, sitemaps and GDELT's lists of articles. Ill-formed XML is mended; what cannot be read is told in one line.</summary>
    /// <param name="body">As it came, without transport compression.</param>
    /// <param name="charset">What the transport says, or null.</param>
    /// <param name="address">Where it came from; relative addresses begin there.</param>
    public static FeedOutcome Read(byte[] body, string? charset, Uri address)
    {
        if (body.Length > MaxBytes)
            return new UnreadableFeed($"it has {body.Length:N0} bytes, at most {MaxBytes:N0} are read");
        string text = FeedDecoder.Decode(body, charset).Trim().Trim('\0', '\ufeff').TrimStart();
        try
        {
            return text switch
            {
                "" => new UnreadableFeed("it is empty"),
                ['{' or '[', ..] => ReadJson(text, address),
                _ when FeedDiscovery.IsPage(text) => APage(body, charset, address),
                _ => ReadXml(text, address),
            };
        }
        catch (FeedTooComplexException fault)
        {
            return new UnreadableFeed(fault.Message);
        }
    }

    private static FeedOutcome ReadXml(string text, Uri address)
    {
        try
        {
            return ReadRoot(text, address);
        }
        catch (XmlException)
        {
            return ReadMended(text, address);
        }
    }

    private static FeedOutcome ReadMended(string text, Uri address)
    {
        try
        {
            return ReadRoot(XmlRepair.WellFormed(text), address) switch
            {
                FeedRead read => new FeedRead(read.Feed with { IsRepaired = true }),
                var other => other,
            };
        }
        catch (XmlException)
        {
            return new UnreadableFeed($"it is neither XML nor JSON: it begins with {Words.Quote(text)}");
        }
    }

    private static FeedOutcome ReadRoot(string text, Uri address)
    {
        using var cursor = XmlCursor.Open(text, address);
        return cursor.Name switch
        {
            "rss" or "rdf:rdf" or "rdf" => new FeedRead(RssMapping.ToFeed(RssReader.Read(cursor))),
            "feed" => new FeedRead(AtomMapping.ToFeed(AtomReader.Read(cursor))),
            "urlset" => new FeedRead(SitemapReader.Read(cursor)),
            "sitemapindex" => new UnreadableFeed("it is an index of sitemaps: name one of the sitemaps that it lists"),
            "opml" => new UnreadableFeed("it is a list of feeds (OPML): 'survbot feeds import' takes it"),
            var name => new UnreadableFeed($"it is XML, but no feed: its outermost element is {Words.Quote(name)}"),
        };
    }

    private static FeedOutcome ReadJson(string text, Uri address)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return JsonFeedReader.Read(document.RootElement, address) is { } feed ? new FeedRead(feed)
                : GdeltReader.Read(document.RootElement) is { } leads ? new FeedRead(leads)
                : new UnreadableFeed("it is JSON, but neither a JSON Feed nor a GDELT list of articles");
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException) // the last two: half of a surrogate pair
        {
            return new UnreadableFeed($"it is broken JSON: {Words.Fold(fault.Message).TrimEnd('.')}");
        }
    }

    private static UnreadableFeed APage(byte[] page, string? charset, Uri address)
    {
        var announced = FeedDiscovery.Find(page, charset, address);
        return new UnreadableFeed(announced is [var first, ..] ? $"it is a web page, not a feed; it names {first.Address}" : "it is a web page, not a feed, and names none", announced);
    }
}

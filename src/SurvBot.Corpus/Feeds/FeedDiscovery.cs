using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds;

/// <summary>Finds the feeds that a web page names in its &lt;link rel="alternate"&gt;.</summary>
public static partial class FeedDiscovery
{
    private const int MaxFeeds = 50;

    // The links stand in the head; a page's text does not matter here.
    private const int MaxHeadChars = 512 * 1024;

    /// <summary>The page's feeds in its own order, each once; none for what is no page.</summary>
    public static IReadOnlyList<AnnouncedFeed> Find(byte[] page, string? charset, Uri address)
    {
        string text = PageDecoder.Decode(page, charset ?? PageDecoder.DeclaredCharset(page));
        var feeds = new List<AnnouncedFeed>();
        var start = address;
        foreach (Match tag in LinkTag().Matches(text.Length > MaxHeadChars ? text[..MaxHeadChars] : text))
        {
            var element = new HtmlParser().ParseDocument(tag.Value).QuerySelector("link, base");
            if (element is null)
                continue;
            string? href = element.GetAttribute("href");
            if (element.LocalName == "base")
                start = FeedAddress.Resolve(href, address) is { } named ? new Uri(named) : start;
            else if (IsFeed(element.GetAttribute("rel"), element.GetAttribute("type")) && FeedAddress.Resolve(href, start) is { } found && feeds.All(feed => feed.Address != found))
                feeds.Add(new AnnouncedFeed(found, MarkupText.Of(element.GetAttribute("title"))));
            if (feeds.Count == MaxFeeds)
                break;
        }
        return feeds;
    }

    /// <summary>Whether a text begins as web pages do.</summary>
    internal static bool IsPage(string text) => PageStart().IsMatch(text.Length > 2048 ? text[..2048] : text);

    // "application/json" alone may be anything; a JSON feed says so (https://www.jsonfeed.org/version/1.1/#discovery).
    private static bool IsFeed(string? relation, string? type) =>
        relation is not null && relation.Split(' ').Contains("alternate", StringComparer.OrdinalIgnoreCase)
        && type?.Split(';')[0].Trim().ToLowerInvariant() is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json" or "application/json" or "text/xml" or "application/xml";

    [GeneratedRegex(@"<(link|base)\s[^<>]{1,4000}>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LinkTag();

    [GeneratedRegex(@"^(<\?xml[^>]*>|<!--(?s:.)*?-->|\s)*(<!doctype\s+html[^>]*>(<!--(?s:.)*?-->|\s)*<html[\s>]|<html[\s>]|<head[\s>]|<!doctype\s+html\s*>)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PageStart();
}

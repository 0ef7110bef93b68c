using System.Collections.Frozen;

namespace SurvBot.Corpus.Feeds.Xml;

/// <summary>The prefixes that feeds usually give to vocabularies, so that "dc:creator" means one thing however a feed spells it.</summary>
internal static class FeedNamespaces
{
    /// <summary>The vocabulary that is the format's own.</summary>
    public const string Own = "";

    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        ["http://purl.org/rss/1.0/"] = Own,
        ["http://purl.org/net/rss1.1#"] = Own,
        ["http://my.netscape.com/rdf/simple/0.9/"] = Own,
        ["http://channel.netscape.com/rdf/simple/0.9/"] = Own,
        ["http://backend.userland.com/rss"] = Own,
        ["http://backend.userland.com/rss2"] = Own,
        ["http://backend.userland.com/rss191"] = Own,
        ["http://blogs.law.harvard.edu/tech/rss"] = Own,
        ["http://www.sitemaps.org/schemas/sitemap/0.9"] = Own,
        ["http://www.google.com/schemas/sitemap/0.84"] = Own,
        ["http://www.w3.org/2005/atom"] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/elements/1.0/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication/"] = "sy",
        ["http://search.yahoo.com/mrss/"] = "media",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["http://www.google.com/schemas/sitemap-news/0.9"] = "news",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Addresses =
        Prefixes.Where(pair => pair.Value != Own).DistinctBy(pair => pair.Value).ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The usual prefix of a namespace; null for one that no feed needs.</summary>
    public static string? PrefixOf(string address) => address.Length == 0 ? Own : Prefixes.GetValueOrDefault(address.ToLowerInvariant());

    /// <summary>The namespace that a prefix usually means where a feed forgot to declare it.</summary>
    public static string AddressOf(string prefix) => Addresses.GetValueOrDefault(prefix, $"urn:undeclared:{prefix}");
}

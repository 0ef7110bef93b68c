using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Collects a page's metadata from JSON-LD, Open Graph, Dublin Core, other habits of newsrooms, and the markup itself, the most reliable first.</summary>
internal sealed partial class PageMetadataReader
{
    private static readonly string[] TitleNames = ["og:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "twitter:title", "hdl"];
    private static readonly string[] AuthorNames = ["parsely-author", "sailthru.author", "author", "article:author_name", "dc.creator", "dcterms.creator", "byl", "article:author", "creator", "weibo:article:create_by"];
    private static readonly string[] SiteNames = ["og:site_name", "dc.publisher", "dcterms.publisher", "article:publisher_name", "application-name", "cre", "copyright_holder"];
    private static readonly string[] PublishedNames =
        ["article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
         "dc.date", "dcterms.date", "ptime", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "originalpublicationdate", "article.published", "pdate", "date", "dat", "citation_publication_date"];
    private static readonly string[] UpdatedNames =
        ["article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "dcterms.modified", "utime", "lastmod", "last-modified", "article.updated", "revised"];

    private readonly IHtmlDocument _page;
    private readonly LinkedData _data;
    private readonly Dictionary<string, List<string>> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly Uri? _base;

    private PageMetadataReader(IHtmlDocument page, Uri? address)
    {
        _page = page;
        _data = LinkedData.In(page);
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
            AddMeta(meta);
        _base = Absolute(page.QuerySelector("base[href]")?.GetAttribute("href"), address) ?? address ?? Absolute(First("og:url"), null);
    }

    /// <summary>Reads <paramref name="page"/>; <paramref name="address"/> is where it was fetched from, if that is known.</summary>
    public static PageMetadata Read(IHtmlDocument page, Uri? address) => new PageMetadataReader(page, address).Read();

    private PageMetadata Read()
    {
        string? address = Address();
        string? site = _data.PublisherName ?? FirstOf(SiteNames) ?? MicrodataSite();
        var published = FirstDate([_data.Published, .. All(PublishedNames), .. Times("datePublished")]);
        var updated = FirstDate([_data.Updated, .. All(UpdatedNames), .. Times("dateModified")]);
        return new PageMetadata
        {
            Title = Title(site, address),
            SiteName = site is null ? null : Words.Fold(site),
            Author = Author(),
            PublishedAt = published,
            UpdatedAt = updated is { } changed && (published is null || changed.Start > published.Value.Start) ? changed : null,
            Language = Words.LanguageTag(_page.DocumentElement.GetAttribute("lang")) ?? Words.LanguageTag(_page.DocumentElement.GetAttribute("xml:lang"))
                ?? Words.LanguageTag(_data.Language) ?? Words.LanguageTag(First("content-language")) ?? Words.LanguageTag(First("og:locale")) ?? Words.LanguageTag(First("dc.language")),
            Address = address,
            Body = _data.Body,
        };
    }

    private string? Title(string? site, string? address)
    {
        string? headline = _page.QuerySelectorAll("h1").Select(h => Words.Fold(h.TextContent)).Where(t => t.Length > 0).ToList() is [var only] ? only : null;
        var names = new PageTitle(site, address, headline);
        return ((string?[])[_data.Headline, .. TitleNames.Select(First), _page.QuerySelector("[itemprop~=headline]")?.TextContent, _page.Title, headline])
            .Select(names.Clean)
            .FirstOrDefault(t => t is not null);
    }

    private string? Author()
    {
        var names = new List<string>();
        foreach (string name in _data.Authors)
            names.AddIfNew(Byline.Clean(name));
        foreach (string key in AuthorNames.TakeWhile(_ => names.Count == 0))
        {
            foreach (string name in _meta.GetValueOrDefault(key) ?? [])
                names.AddIfNew(Byline.Clean(name));
        }
        foreach (string selector in ((string[])["[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "a[rel~=author]"]).TakeWhile(_ => names.Count == 0))
        {
            foreach (var element in _page.QuerySelectorAll(selector).Take(8))
                names.AddIfNew(Byline.Clean(element.TextContent));
        }
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    // A canonical link to the front page is a mistake of the page's template, not this article's address.
    private string? Address()
    {
        string?[] candidates = [_page.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href"), First("og:url"), _data.Address, First("parsely-link"), First("twitter:url")];
        var addresses = candidates.Select(c => Absolute(c, _base)).Where(a => a is not null).ToList();
        return (addresses.Find(a => a!.PathAndQuery.Length > 1) ?? addresses.FirstOrDefault())?.AbsoluteUri;
    }

    private string? MicrodataSite() =>
        _page.QuerySelector("[itemprop~=publisher] [itemprop~=name]") is { } name ? name.GetAttribute("content") ?? name.TextContent : null;

    private IEnumerable<string?> Times(string property)
    {
        foreach (var marked in _page.QuerySelectorAll($"[itemprop~={property}]").Take(3))
            yield return marked.GetAttribute("datetime") ?? marked.GetAttribute("content") ?? marked.TextContent;
        if (property == "dateModified")
            yield break;
        foreach (var time in _page.QuerySelectorAll("time[pubdate][datetime], article header time[datetime], article time[datetime], main time[datetime], time[datetime]").Take(3))
            yield return time.GetAttribute("datetime");
    }

    private static PartialDate? FirstDate(IEnumerable<string?> texts)
    {
        foreach (string? text in texts)
        {
            if (text is not null && SourceDate.TryRead(text, out var date))
                return date;
        }
        return null;
    }

    private void AddMeta(IElement meta)
    {
        string content = Words.Fold(meta.GetAttribute("content")!);
        if (content.Length == 0)
            return;
        foreach (string attribute in (string[])["property", "name", "itemprop", "http-equiv"])
        {
            foreach (string name in (meta.GetAttribute(attribute) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!_meta.TryGetValue(name, out var values))
                    _meta[name] = values = [];
                values.Add(content);
            }
        }
    }

    private string? First(string name) => _meta.GetValueOrDefault(name)?[0];

    private string? FirstOf(IEnumerable<string> names) => names.Select(First).FirstOrDefault(v => v is not null);

    private IEnumerable<string> All(IEnumerable<string> names) => names.SelectMany(n => _meta.GetValueOrDefault(n) ?? []);

    private static Uri? Absolute(string? reference, Uri? from) =>
        reference is not null
        && (WebScheme().IsMatch(reference) ? Uri.TryCreate(reference.Trim(), UriKind.Absolute, out var uri) : Uri.TryCreate(from, reference.Trim(), out uri))
        && uri.Scheme is "http" or "https"
            ? uri
            : null;

    [GeneratedRegex(@"^\s*https?://", RegexOptions.IgnoreCase)]
    private static partial Regex WebScheme();
}

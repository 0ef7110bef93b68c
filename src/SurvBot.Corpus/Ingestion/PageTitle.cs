using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Takes the site's name off the titles of its pages.</summary>
/// <param name="site">The site's name as the page gives it, if it does.</param>
/// <param name="address">The page's address, if it is known.</param>
/// <param name="headline">The page's only first-level heading, if there is just one.</param>
internal sealed partial class PageTitle(string? site, string? address, string? headline)
{
    private readonly HashSet<string> _siteNames = NamesOf(site, address);

    /// <summary>"Title | Site" becomes "Title"; null when nothing but the site's name is left.</summary>
    public string? Clean(string? title)
    {
        string rest = Words.Fold(title ?? "");
        while (rest.Length > 0 && LastMark().Match(rest) is { Success: true } mark && (IsSite(rest[(mark.Index + mark.Length)..]) || rest[..mark.Index] == headline))
            rest = rest[..mark.Index];
        if (FirstMark().Match(rest) is { Success: true } first && IsSite(rest[..first.Index]))
            rest = rest[(first.Index + first.Length)..];
        return rest.Length == 0 || IsSite(rest) ? null : rest;
    }

    private bool IsSite(string text) => _siteNames.Contains(PublisherNames.Key(text));

    private static HashSet<string> NamesOf(string? site, string? address)
    {
        var names = new HashSet<string>();
        if (!string.IsNullOrWhiteSpace(site))
            names.UnionWith([.. PublisherNames.AliasesOf(PublisherNames.Named(site) ?? site), site]);
        if (address is not null && CanonicalUrl.Site(address) is { Length: > 0 } host)
            names.UnionWith([host, host.Split('.')[0], .. PublisherNames.AliasesOf(PublisherNames.Named(host) ?? host)]);
        return [.. names.Select(PublisherNames.Key).Where(k => k.Length > 0)];
    }

    [GeneratedRegex(@"\s+[|\-–—·•»›:/]+\s+", RegexOptions.RightToLeft)]
    private static partial Regex LastMark();

    [GeneratedRegex(@"\s*[|\-–—·•»›:]+\s+")]
    private static partial Regex FirstMark();
}

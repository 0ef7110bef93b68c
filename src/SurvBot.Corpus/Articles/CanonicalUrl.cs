using System.Text.RegularExpressions;

namespace SurvBot.Corpus.Articles;

/// <summary>One spelling per web address, so that the same article is never stored twice.</summary>
public static partial class CanonicalUrl
{
    private const int MaxLength = 2048;

    /// <summary>
    /// The address without fragment, default port and tracking parameters, host in lower case, remaining parameters in their order;
    /// false unless it is an absolute http, https or file address of at most 2,048 characters without user name.
    /// </summary>
    public static bool TryNormalize(string? url, out string canonical)
    {
        canonical = "";
        if (url is null || url.Length > MaxLength || !SchemeShape().IsMatch(url) || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri))
            return false;
        canonical = uri.IsFile ? uri.GetLeftPart(UriPartial.Path) : OfWebPage(uri);
        if (canonical.Length is > 0 and <= MaxLength)
            return true;
        canonical = "";
        return false;
    }

    /// <summary>The host without "www.", as people name a site; null for a file.</summary>
    public static string? Site(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? (uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host).ToLowerInvariant()
            : null;

    private static string OfWebPage(Uri uri)
    {
        if (uri.Scheme is not ("http" or "https") || uri.Host.Length == 0 || uri.UserInfo.Length > 0)
            return "";

        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking().IsMatch(p));
        string query = string.Join('&', kept);
        string port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        string host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.ToLowerInvariant();
        return $"{uri.Scheme}://{host}{port}{uri.AbsolutePath}{(query.Length > 0 ? "?" + query : "")}";
    }

    // Parameters that name a campaign or a click and never the article.
    [GeneratedRegex("^(utm_[^=]*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|twclid|cmpid|ncid|ocid|smid|ref_src|__twitter_impression|guccounter|guce_referrer[^=]*)(=|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IsTracking();

    // A bare path ("/news/1") must not pass for an address, although Uri takes it for a file on Unix.
    [GeneratedRegex(@"^\s*(https?|file):", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SchemeShape();
}

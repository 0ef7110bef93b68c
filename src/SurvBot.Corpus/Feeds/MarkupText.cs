using System.Net;
using AngleSharp.Html.Parser;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds;

/// <summary>The words that a reader sees of a piece of HTML in a feed.</summary>
internal static class MarkupText
{
    // A title or teaser has less; what is cut off was no teaser.
    private const int MaxMarkupChars = 20_000;

    /// <summary>Tags go, entities are decoded, white space is folded; null when nothing is left.</summary>
    public static string? Of(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
            return null;
        string start = html.Length > MaxMarkupChars ? html[..MaxMarkupChars] : html;
        return Plain(start.Contains('<') ? Read(start) : WebUtility.HtmlDecode(start));
    }

    /// <summary>Text that is no markup: only its white space is folded; null when nothing is left.</summary>
    public static string? Plain(string? text) =>
        text is null ? null : Words.Fold(text.Length > MaxMarkupChars ? text[..MaxMarkupChars] : text).Trim() is { Length: > 0 } folded ? folded : null;

    private static string Read(string html)
    {
        var guard = new PageGuard();
        try
        {
            using var page = new HtmlParser(new HtmlParserOptions { MaximumDepth = PageGuard.MaxDepth, OnCreated = (element, _) => guard.SeeElement(element) }).ParseDocument(html);
            return page.Body is { } body ? BlockText.Of(body) : "";
        }
        catch (PageTooComplexException)
        {
            return "";
        }
    }
}

using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Reads one article from a Markdown or plain text file, with or without front matter.</summary>
internal static partial class TextArticleReader
{
    /// <summary>Largest file that is read.</summary>
    public const int MaxFileBytes = 20 * 1024 * 1024;

    private const int MaxTitleChars = 200;

    /// <summary>The title is the front matter's, else the first heading, else a short first line.</summary>
    public static ReadOutcome ReadMarkdown(byte[] file, string origin, Uri address) =>
        Read(file, origin, address, FromMarkdown);

    /// <summary>The title is the front matter's, else a short first line.</summary>
    public static ReadOutcome ReadPlain(byte[] file, string origin, Uri address) =>
        Read(file, origin, address, FromText);

    private static ReadOutcome Read(byte[] file, string origin, Uri address, Func<string, (string? Title, string Body)> split)
    {
        if (PageDecoder.IsBinary(file.AsSpan(0, Math.Min(file.Length, 8192))))
            return new ReadFailure(origin, "the file is binary, not text");

        var matter = FrontMatter.Of(PageDecoder.Decode(file, charset: null).ReplaceLineEndings("\n"));
        var (title, body) = split(matter.Rest);
        return new RawArticle
        {
            Url = matter["url", "link", "canonical"] ?? address.AbsoluteUri,
            Title = matter["title"] ?? title,
            Publisher = matter["publisher", "site", "source"],
            Author = matter["author", "authors"],
            PublishedAt = matter["publishedAt", "published", "date"],
            UpdatedAt = matter["updatedAt", "updated", "lastmod"],
            Language = matter["language", "lang"],
            SourceKind = matter["sourceKind"],
            Body = body,
        }.ToOutcome(origin);
    }

    private static (string? Title, string Body) FromText(string text)
    {
        string story = WithoutNavigation(text);
        return WithFirstLineAsTitle(Paragraphs.Of(story), FirstLineOf(story));
    }

    private static (string? Title, string Body) FromMarkdown(string markdown)
    {
        using IHtmlDocument page = new HtmlParser().ParseDocument(Markdown.ToHtml(markdown));
        var heading = page.QuerySelector("h1, h2, h3, h4, h5, h6");
        string? title = heading is null ? null : Words.Fold(heading.TextContent);
        if (heading is not null && heading == page.Body?.FirstElementChild)
            heading.Remove();
        string body = BlockText.Of(page);
        return string.IsNullOrEmpty(title) ? WithFirstLineAsTitle(body, FirstLineOf(body)) : (title, body);
    }

    // A page that was saved as text begins with what stood above the story.
    private static string WithoutNavigation(string text)
    {
        string story = text.TrimStart();
        while (Navigation().IsMatch(FirstLineOf(story)) && story.IndexOf('\n') is var end and > 0 && story[end..].TrimStart() is { Length: > 0 } rest)
            story = rest;
        return story;
    }

    // A first line that ends like a sentence, or is as long as a paragraph, belongs to the text.
    private static (string? Title, string Body) WithFirstLineAsTitle(string body, string firstLine)
    {
        bool isTitle = firstLine.Length is > 0 and <= MaxTitleChars && firstLine[^1] is not ('.' or ',' or ';' or ':') && body.Length > firstLine.Length;
        return isTitle ? (firstLine, body[firstLine.Length..].TrimStart()) : (null, body);
    }

    private static string FirstLineOf(string text)
    {
        string trimmed = text.TrimStart();
        return Words.Fold(trimmed.IndexOf('\n') is var end and > 0 ? trimmed[..end] : trimmed);
    }

    [GeneratedRegex(@"^(skip to (the )?(main )?(content|navigation|article)|(main )?menu|navigation|search|home|log in|sign in|subscribe|advertisement)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Navigation();
}

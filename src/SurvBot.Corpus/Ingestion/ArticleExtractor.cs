using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Finds the article on a web page: its text and what the page says about it.</summary>
public static class ArticleExtractor
{
    /// <summary>Largest page that is read.</summary>
    public const int MaxPageBytes = 20 * 1024 * 1024;

    private const int MinArticleWords = 25;
    private const int MaxAttributeChars = 10_000;

    // Readability's own expression; SmartReader's takes every class name with the letters "hid" in it for a hidden part.
    private const string UnlikelyArticleParts =
        @"-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget";

    /// <summary>
    /// The article on <paramref name="page"/>, or the reason why there is none. <paramref name="address"/> is where the page was found: it
    /// resolves relative links and is the article's address where the page gives none; <paramref name="charset"/> is what the transport says.
    /// </summary>
    public static ReadOutcome Extract(byte[] page, string origin, Uri address, string? charset = null)
    {
        if (page.Length > MaxPageBytes)
            return new ReadFailure(origin, $"the page is larger than {MaxPageBytes / (1024 * 1024)} MB");
        if (PageDecoder.IsBinary(page.AsSpan(0, Math.Min(page.Length, 8192))))
            return new ReadFailure(origin, "the file is binary, not a web page");

        string html = PageDecoder.Decode(page, charset ?? PageDecoder.DeclaredCharset(page));
        try
        {
            using var document = Parse(html);
            return Extract(document, origin, address);
        }
        catch (PageTooComplexException e)
        {
            return new ReadFailure(origin, e.Message);
        }
    }

    private static ReadOutcome Extract(IHtmlDocument document, string origin, Uri address)
    {
        var metadata = PageMetadataReader.Read(document, address.IsFile ? null : address);
        var readable = FindReadable(document, metadata.Address ?? address.AbsoluteUri);
        string body = IsArticle(readable.Text) ? readable.Text : PlainBody(metadata.Body);
        if (!IsArticle(body))
            return new ReadFailure(origin, "no readable article on the page");

        var outcome = new RawArticle
        {
            Url = metadata.Address ?? address.AbsoluteUri,
            Title = metadata.Title,
            Publisher = metadata.SiteName,
            Author = metadata.Author ?? Byline.Clean(readable.Byline),
            Language = metadata.Language,
            Body = body,
        }.ToOutcome(origin);
        return outcome is ArticleRead read
            ? new ArticleRead(read.Draft with { PublishedAt = metadata.PublishedAt, UpdatedAt = metadata.UpdatedAt })
            : outcome;
    }

    private static IHtmlDocument Parse(string html)
    {
        var guard = new PageGuard();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = true, // as browsers do, so that <noscript> is no text
            SkipComments = true,
            MaximumDepth = PageGuard.MaxDepth,
            OnCreated = (element, _) => guard.SeeElement(element),
            ShouldEmitAttribute = (ref _, _) => guard.SeeAttribute(),
        });
        var document = parser.ParseDocument(html);
        PageGuard.SeeText(document);
        DropHugeAttributes(document);
        return document;
    }

    // Whole pictures and lists of class names; the reader's expressions take seconds over them.
    private static void DropHugeAttributes(IHtmlDocument document)
    {
        foreach (var element in document.All)
        {
            foreach (var attribute in element.Attributes.Where(a => a.Value.Length > MaxAttributeChars).ToList())
                element.RemoveAttribute(attribute.Name);
        }
    }

    private static (string Text, string? Byline) FindReadable(IHtmlDocument document, string address)
    {
        IElement? found = null;
        using var reader = new Reader(address, document) { ContinueIfNotReadable = true };
        reader.ReplaceRegularExpression(RegularExpressions.Negative, UnlikelyArticleParts);
        reader.AddCustomOperationEnd(content => found = content);
        var article = reader.GetArticle();
        return (found is null ? "" : BlockText.Of(found), article.Byline);
    }

    private static bool IsArticle(string text) => text.AsSpan().Count(' ') + text.AsSpan().Count('\n') >= MinArticleWords - 1;

    private static string PlainBody(string? body) =>
        body is null ? ""
        : body.Contains("</", StringComparison.Ordinal) ? BlockText.Of(Parse(body))
        : Paragraphs.Of(body);
}

using AngleSharp.Dom;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Ends the parsing of a page that would take minutes: the time of parser and reader grows with the square of what is counted here.</summary>
internal sealed class PageGuard
{
    /// <summary>Deepest level at which elements are nested; deeper ones become siblings, as in browsers.</summary>
    public const int MaxDepth = 512;

    private const int MaxElements = 60_000;
    private const int MaxElementsAtMaxDepth = 2_000;
    private const int MaxAttributesOfElement = 1_000;

    private const int MaxTextChars = 2 * RawArticle.MaxBodyChars;

    private IElement? _previous;
    private int _elements;
    private int _elementsAtMaxDepth;
    private int _attributes;

    public void SeeElement(IElement element)
    {
        _attributes = 0;
        if (++_elements > MaxElements)
            throw new PageTooComplexException($"the page has more than {MaxElements} elements");
        if (_previous is not null && IsAtMaxDepth(_previous) && ++_elementsAtMaxDepth > MaxElementsAtMaxDepth)
            throw new PageTooComplexException($"the page is nested deeper than {MaxDepth} levels");
        _previous = element; // it gets its place only after this call
    }

    public bool SeeAttribute() =>
        ++_attributes <= MaxAttributesOfElement ? true : throw new PageTooComplexException($"an element of the page has more than {MaxAttributesOfElement} attributes");

    /// <summary>Refuses a parsed page with more words than an article can have; scripts and styles do not count.</summary>
    public static void SeeText(IDocument page)
    {
        long chars = page.Descendants<IText>().Where(t => t.ParentElement?.LocalName is not ("script" or "style" or "noscript")).Sum(t => (long)t.Length);
        if (chars > MaxTextChars)
            throw new PageTooComplexException($"the page has more than {MaxTextChars} characters of text");
    }

    private static bool IsAtMaxDepth(IElement element)
    {
        int depth = 1;
        for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement)
            depth++;
        return depth >= MaxDepth - 1;
    }
}

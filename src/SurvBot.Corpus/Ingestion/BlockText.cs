using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace SurvBot.Corpus.Ingestion;

/// <summary>The words of a piece of HTML as a reader sees them: one paragraph a block, blank lines between, white space folded.</summary>
internal sealed class BlockText
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        ["address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
         "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tfoot", "tr", "ul"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Skipped = FrozenSet.ToFrozenSet(
        ["aside", "audio", "button", "canvas", "datalist", "dialog", "embed", "figcaption", "head", "iframe", "input", "map", "math", "nav", "noscript", "object", "script",
         "select", "style", "svg", "template", "textarea", "title", "video"], StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _paragraph = new();
    private bool _justBroken;

    /// <summary>The text of <paramref name="root"/> without scripts, navigation, asides and captions.</summary>
    /// <remarks>Recursive: the parser's depth limit keeps it from overflowing the stack.</remarks>
    public static string Of(INode root)
    {
        var text = new BlockText();
        text.Visit(root);
        text.EndParagraph();
        return text._text.ToString();
    }

    private void Visit(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
                Append(words.Data);
            else if (child is IElement element && !Skipped.Contains(element.LocalName))
                VisitElement(element);
        }
    }

    private void VisitElement(IElement element)
    {
        if (element.LocalName == "br")
        {
            BreakLine();
            return;
        }
        bool block = Blocks.Contains(element.LocalName);
        if (block)
            EndParagraph();
        if (element.LocalName is "td" or "th")
            _paragraph.Append(' ');
        Visit(element);
        if (block)
            EndParagraph();
    }

    private void Append(string words)
    {
        _paragraph.Append(words);
        if (!string.IsNullOrWhiteSpace(words))
            _justBroken = false;
    }

    // One <br> is a space; two in a row are how old pages write a paragraph.
    private void BreakLine()
    {
        if (_justBroken)
            EndParagraph();
        else
            _paragraph.Append(' ');
        _justBroken = !_justBroken;
    }

    private void EndParagraph()
    {
        string paragraph = Words.Fold(_paragraph.ToString());
        _paragraph.Clear();
        _justBroken = false;
        if (paragraph.Length == 0)
            return;
        if (_text.Length > 0)
            _text.Append("\n\n");
        _text.Append(paragraph);
    }
}

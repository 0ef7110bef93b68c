using System.Collections.Frozen;
using System.Text;

namespace SurvBot.Corpus.Feeds.Xml;

/// <summary>Writes well-formed XML out of tags that do not match, as they come.</summary>
internal sealed class MendedXml
{
    private const int MaxAttributes = 100;

    /// <summary>Fields of a feed that hold text and never each other: where one begins, a forgotten one ends.</summary>
    private static readonly FrozenSet<string> Fields = FrozenSet.ToFrozenSet(["title", "link", "guid", "description", "pubDate", "category", "comments", "dc:date", "dc:creator", "content:encoded", "published", "updated", "id"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Items = FrozenSet.ToFrozenSet(["item", "entry"], StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder written = new();
    private readonly List<(string Name, List<string> Prefixes)> open = [];
    private bool isDone;

    /// <summary>Text with entities, known or not.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (open.Count > 0)
            EntityText.Write(text, written);
    }

    /// <summary>Text in which "&amp;" is just that.</summary>
    public void Verbatim(ReadOnlySpan<char> text)
    {
        if (open.Count > 0)
            EntityText.WriteEscaped(text, written);
    }

    public void Start(string name, IReadOnlyList<(string Name, string Value)> attributes, bool isEmpty)
    {
        if (isDone || !XmlNames.TrySplit(name, out string prefix, out _) || prefix is "xmlns" or "xml")
            return;
        CloseForgotten(name);
        if (open.Count > XmlCursor.MaxDepth)
            throw new FeedTooComplexException($"its elements are nested deeper than {XmlCursor.MaxDepth} levels");
        var declared = new List<string>();
        written.Append('<').Append(name);
        WriteAttributes(attributes, declared);
        if (prefix.Length > 0 && !declared.Contains(prefix) && !IsDeclared(prefix))
        {
            declared.Add(prefix);
            WriteAttribute($"xmlns:{prefix}", FeedNamespaces.AddressOf(prefix));
        }
        written.Append(isEmpty ? "/>" : ">");
        if (!isEmpty)
            open.Add((name, declared));
        isDone = isEmpty && open.Count == 0;
    }

    /// <summary>Closes the element of this name and everything in it; an end without a start is dropped.</summary>
    public void End(string name)
    {
        int start = open.FindLastIndex(element => element.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (start >= 0)
            CloseDownTo(start);
    }

    /// <summary>Closes what is open still.</summary>
    public string Finish()
    {
        CloseDownTo(0);
        return written.ToString();
    }

    private void CloseForgotten(string name)
    {
        int item = Items.Contains(name) ? open.FindLastIndex(element => Items.Contains(element.Name)) : -1;
        if (item >= 0)
            CloseDownTo(item);
        else if ((Fields.Contains(name) || Items.Contains(name)) && open is [.., var last] && Fields.Contains(last.Name))
            CloseDownTo(open.Count - 1);
    }

    private void CloseDownTo(int count)
    {
        while (open.Count > count)
        {
            written.Append("</").Append(open[^1].Name).Append('>');
            open.RemoveAt(open.Count - 1);
        }
        isDone = open.Count == 0 && written.Length > 0;
    }

    private void WriteAttributes(IReadOnlyList<(string Name, string Value)> attributes, List<string> declared)
    {
        var usable = attributes.Take(MaxAttributes).Where(attribute => XmlNames.TrySplit(attribute.Name, out _, out _)).DistinctBy(attribute => attribute.Name).ToList();
        foreach (var (name, value) in usable.Where(attribute => attribute.Name.StartsWith("xmlns:", StringComparison.Ordinal)))
        {
            if (string.IsNullOrWhiteSpace(value) || name is "xmlns:xml" or "xmlns:xmlns")
                continue;
            declared.Add(name["xmlns:".Length..]);
            WriteAttribute(name, value);
        }
        // Two prefixes may stand for one namespace, so that two names are one: only plain ones and XML's own are kept.
        foreach (var (name, value) in usable.Where(attribute => !attribute.Name.Contains(':') || attribute.Name is "xml:base" or "xml:lang" or "rdf:about" or "rdf:resource"))
            if (!name.StartsWith("rdf:", StringComparison.Ordinal) || declared.Contains("rdf") || IsDeclared("rdf"))
                WriteAttribute(name, value);
    }

    private void WriteAttribute(string name, string value)
    {
        written.Append(' ').Append(name).Append("=\"");
        EntityText.Write(value, written);
        written.Append('"');
    }

    private bool IsDeclared(string prefix) => open.Exists(element => element.Prefixes.Contains(prefix));
}

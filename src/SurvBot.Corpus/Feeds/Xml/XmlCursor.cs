using System.Text;
using System.Xml;

namespace SurvBot.Corpus.Feeds.Xml;

/// <summary>Walks XML once from front to back, an element at a time, within limits; what nobody asks for is skipped.</summary>
internal sealed class XmlCursor : IDisposable
{
    /// <summary>Deepest nesting; feeds need a dozen.</summary>
    public const int MaxDepth = 256;

    // The longest text that is kept of one element: whole articles stand in some.
    private const int MaxTextChars = 200_000;

    private readonly XmlReader reader;
    private readonly string ownNamespace;
    private readonly Stack<(int Depth, Uri Base)> bases = new();

    private XmlCursor(XmlReader reader, Uri address)
    {
        this.reader = reader;
        bases.Push((-1, address));
        while (reader.NodeType != XmlNodeType.Element)
            if (!reader.Read())
                throw new XmlException("there is no element");
        // Whatever vocabulary the outermost element is of, is the format's own: feeds spell it in many ways.
        ownNamespace = FeedNamespaces.PrefixOf(reader.NamespaceURI) == "rdf" ? "" : reader.NamespaceURI;
        Enter();
    }

    /// <summary>The element's name in lower case, with the usual prefix of a foreign vocabulary: "title", "dc:creator"; "?:name" for one that nobody knows.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where relative addresses in this element begin (xml:base).</summary>
    public Uri Base => bases.Peek().Base;

    /// <summary>Opens a text at its outermost element.</summary>
    /// <exception cref="XmlException">It is ill-formed; so throw all members.</exception>
    /// <exception cref="FeedTooComplexException">It is beyond the limits; so throw all members.</exception>
    public static XmlCursor Open(string text, Uri address)
    {
        // DTDs are skipped unread: nothing they declare or include is ever looked at.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };
        var reader = XmlReader.Create(new StringReader(text), settings);
        try
        {
            return new XmlCursor(reader, address);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>An attribute by its plain name, or by name and namespace; null where it is not there.</summary>
    public string? Attribute(string name, string? space = null) => space is null ? reader.GetAttribute(name) : reader.GetAttribute(name, space);

    /// <summary>Stands on each child element in turn; whoever leaves one unread goes past it.</summary>
    public IEnumerable<XmlCursor> Children()
    {
        int depth = reader.Depth;
        if (reader.IsEmptyElement)
            yield break;
        while (Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            Enter();
            yield return this;
            Leave(depth + 1);
        }
    }

    /// <summary>All text in the element and below it; blocks of markup are set apart by a blank.</summary>
    public string Text()
    {
        if (reader.IsEmptyElement)
            return "";
        int depth = reader.Depth;
        var text = new StringBuilder();
        while (Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value.AsSpan(0, Math.Min(reader.Value.Length, MaxTextChars - text.Length)));
            else if (reader.LocalName is "p" or "div" or "br" or "li" or "tr" or "blockquote" or "h1" or "h2" or "h3")
                text.Append(text.Length < MaxTextChars ? " " : "");
        }
        return text.ToString();
    }

    public void Dispose() => reader.Dispose();

    private void Enter()
    {
        string? prefix = reader.NamespaceURI == ownNamespace ? FeedNamespaces.Own : FeedNamespaces.PrefixOf(reader.NamespaceURI);
        Name = (prefix is FeedNamespaces.Own ? reader.LocalName : $"{prefix ?? "?"}:{reader.LocalName}").ToLowerInvariant();
        while (bases.Peek().Depth >= reader.Depth)
            bases.Pop();
        if (reader.GetAttribute("base", "http://www.w3.org/XML/1998/namespace") is { } named && FeedAddress.Resolve(named, Base) is { } resolved && Uri.TryCreate(resolved, UriKind.Absolute, out var start))
            bases.Push((reader.Depth, start));
    }

    /// <summary>Goes to the end of the child at <paramref name="depth"/>, wherever its reader stopped.</summary>
    private void Leave(int depth)
    {
        if (reader.Depth == depth && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement))
            return;
        while (Read() && !(reader.Depth == depth && reader.NodeType == XmlNodeType.EndElement))
        {
        }
    }

    private bool Read()
    {
        bool more = reader.Read();
        if (reader.Depth > MaxDepth)
            throw new FeedTooComplexException($"its elements are nested deeper than {MaxDepth} levels");
        return more;
    }
}

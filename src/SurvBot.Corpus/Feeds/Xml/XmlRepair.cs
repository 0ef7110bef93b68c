namespace SurvBot.Corpus.Feeds.Xml;

/// <summary>Rewrites ill-formed XML so that an XML reader takes it, with as much of its meaning as can be guessed.</summary>
/// <remarks>
/// Undeclared entities are decoded as HTML's, forbidden characters dropped, bare "&amp;" and "&lt;" escaped, attributes quoted, prefixes declared,
/// unclosed elements closed and stray ends dropped. Comments, processing instructions and DTDs go. One pass over the text.
/// </remarks>
internal sealed class XmlRepair
{
    private readonly string text;
    private readonly MendedXml output = new();
    private int at;

    private XmlRepair(string text) => this.text = text;

    /// <summary>Well-formed XML, or text that no XML reader takes because there is no element in it.</summary>
    /// <exception cref="FeedTooComplexException">It is nested too deeply.</exception>
    public static string WellFormed(string text)
    {
        var repair = new XmlRepair(text);
        repair.Run();
        return repair.output.Finish();
    }

    private void Run()
    {
        while (at < text.Length)
        {
            int next = text.IndexOf('<', at);
            if (next < 0)
                next = text.Length;
            output.Text(text.AsSpan(at..next));
            at = next;
            if (at < text.Length)
                ReadMarkup();
        }
    }

    private void ReadMarkup()
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
            output.Verbatim(Upto("<![CDATA[".Length, "]]>"));
        else if (rest.StartsWith("<!--", StringComparison.Ordinal))
            Upto("<!--".Length, "-->");
        else if (rest.StartsWith("<?", StringComparison.Ordinal))
            Upto("<?".Length, ">");
        else if (rest.StartsWith("<!", StringComparison.Ordinal))
            SkipDeclaration();
        else if (rest.StartsWith("</", StringComparison.Ordinal) && rest.Length > 2 && XmlNames.CanBegin(rest[2]))
            ReadEnd();
        else if (rest.Length > 1 && XmlNames.CanBegin(rest[1]))
            ReadStart();
        else
        {
            output.Verbatim("<");
            at++;
        }
    }

    /// <summary>What stands between a mark of <paramref name="skipped"/> characters and <paramref name="end"/>, or the end of the text; goes past both.</summary>
    private ReadOnlySpan<char> Upto(int skipped, string end)
    {
        int start = at + skipped, found = text.IndexOf(end, start, StringComparison.Ordinal);
        at = found < 0 ? text.Length : found + end.Length;
        return text.AsSpan(start..(found < 0 ? text.Length : found));
    }

    /// <summary>A DTD with its internal subset.</summary>
    private void SkipDeclaration()
    {
        int close = text.IndexOf('>', at), subset = text.IndexOf('[', at);
        if (close > subset && subset > 0 && text.IndexOf(']', subset) is var end and > 0)
            close = text.IndexOf('>', end);
        at = close < 0 ? text.Length : close + 1;
    }

    private void ReadEnd()
    {
        at += 2;
        string name = Name();
        Upto(0, ">");
        output.End(name);
    }

    private void ReadStart()
    {
        at++;
        string name = Name();
        var attributes = new List<(string Name, string Value)>();
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '/' or '"' or '\'' or '=') && !text.AsSpan(at).StartsWith("/>", StringComparison.Ordinal))
                at++;
            if (at >= text.Length || text[at] is '>' or '/' or '<')
                break;
            attributes.Add(Attribute());
        }
        bool isEmpty = at < text.Length && text[at] == '/';
        if (at < text.Length && text[at] != '<')
            at += isEmpty ? 2 : 1;
        output.Start(name, attributes, isEmpty);
    }

    private (string Name, string Value) Attribute()
    {
        string name = Name();
        if (name.Length == 0)
            at++; // a character that no name holds
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at >= text.Length || text[at] != '=')
            return (name, name);
        at++;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at < text.Length && text[at] is '"' or '\'' && text.IndexOf(text[at], at + 1) is var close and > 0)
        {
            string quoted = text[(at + 1)..close];
            at = close + 1;
            return (name, quoted);
        }
        int start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<'))
            at++;
        return (name, text[start..at].Trim('"', '\''));
    }

    private string Name()
    {
        int start = at;
        while (at < text.Length && XmlNames.CanContinue(text[at]))
            at++;
        return text[start..at];
    }
}

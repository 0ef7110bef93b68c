namespace SurvBot.Corpus.Ingestion;

/// <summary>The "name: value" lines between two "---" lines that may open a text file.</summary>
internal sealed class FrontMatter
{
    private const int MaxLines = 200;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text after the front matter.</summary>
    public required string Rest { get; init; }

    /// <summary>The first of <paramref name="names"/> that has a value, or null.</summary>
    public string? this[params string[] names] => names.Select(n => _values.GetValueOrDefault(n)).FirstOrDefault(v => !string.IsNullOrEmpty(v));

    /// <summary>Splits a text with "\n" line ends; one without front matter is all <see cref="Rest"/>.</summary>
    public static FrontMatter Of(string text)
    {
        string[] head = text.Split('\n', MaxLines + 1);
        int end = head[0].TrimEnd() == "---" ? Array.FindIndex(head, 1, Math.Min(head.Length, MaxLines) - 1, l => l.TrimEnd() is "---" or "...") : -1;
        if (end < 0)
            return new FrontMatter { Rest = text };

        var matter = new FrontMatter { Rest = string.Join('\n', head[(end + 1)..]) };
        matter.Read(head[1..end]);
        return matter;
    }

    private void Read(IEnumerable<string> lines)
    {
        string? list = null;
        foreach (string line in lines)
        {
            if (list is not null && line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
                _values[list] = _values[list].Length == 0 ? Unquote(line.TrimStart()[2..]) : $"{_values[list]}, {Unquote(line.TrimStart()[2..])}";
            else if (line.IndexOf(':') is var colon and > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '#')
            {
                list = line[..colon].Trim();
                _values[list] = Unquote(line[(colon + 1)..]);
            }
        }
    }

    // A value, a quoted value, or a list on one line: [first, "second"].
    private static string Unquote(string value)
    {
        string trimmed = value.Trim();
        if (trimmed is ['[', .. var items, ']'])
            return string.Join(", ", items.Split(',').Select(Unquote));
        if (trimmed is ['"', .. var quoted, '"'])
            return quoted.Replace("\\\"", "\"", StringComparison.Ordinal);
        return trimmed is ['\'', .. var single, '\''] ? single.Replace("''", "'", StringComparison.Ordinal) : trimmed is "null" or "~" ? "" : trimmed;
    }
}

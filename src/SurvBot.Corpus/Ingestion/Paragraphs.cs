namespace SurvBot.Corpus.Ingestion;

/// <summary>Makes paragraphs of plain text.</summary>
internal static class Paragraphs
{
    // Text with longer lines is not wrapped by hand: each of its lines is a paragraph.
    private const int LongestWrappedLine = 120;

    /// <summary>Paragraphs with folded white space and blank lines between; lines that were wrapped by hand are joined.</summary>
    public static string Of(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        bool wrapped = lines.All(l => l.Length <= LongestWrappedLine);
        var paragraphs = wrapped
            ? string.Join('\n', lines.Select(l => l.Trim())).Split("\n\n")
            : lines;
        return string.Join("\n\n", paragraphs.Select(Words.Fold).Where(p => p.Length > 0));
    }
}

using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Text;

/// <summary>Finds the blocks (paragraphs, list items, headings) of plain text; nothing quotable reaches across two of them.</summary>
internal static class TextBlocks
{
    // Lines between these lengths may be one paragraph wrapped at a fixed width, as in e-mail and old wire text.
    private const int MinWrapWidth = 40;
    private const int MaxWrapWidth = 120;

    // A line that ends in one of these goes on in the next line.
    private static readonly WordSet s_openWords = new(
        "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as", "that", "which", "who", "is", "are", "was", "were", "its", "their", "his", "her");

    /// <summary>The blocks in <paramref name="range"/> in order, without outer white space.</summary>
    public static List<TextSpan> Split(string text, TextSpan range)
    {
        var blocks = new List<TextSpan>();
        var lines = new List<TextSpan>();
        int start = range.Start;
        for (int i = range.Start; i <= range.End; i++)
        {
            if (i < range.End && !IsLineEnd(text, i))
                continue;
            var line = Trim(text, start, i);
            if (line.Length > 0)
                lines.Add(line);
            else
                AddParagraph(text, lines, blocks);
            start = i + 1;
        }
        AddParagraph(text, lines, blocks);
        return blocks;
    }

    private static void AddParagraph(string text, List<TextSpan> lines, List<TextSpan> blocks)
    {
        bool wrapped = IsHardWrapped(text, lines);
        for (int i = 0; i < lines.Count; i++)
        {
            bool joins = i > 0 && !StartsWithBullet(text, lines[i]) && (wrapped || Continues(text, lines[i - 1], lines[i]));
            if (joins)
                blocks[^1] = new TextSpan(blocks[^1].Start, lines[i].End);
            else
                blocks.Add(lines[i]);
        }
        lines.Clear();
    }

    // Wrapped text has no line that would still have had room for the next line's first word.
    private static bool IsHardWrapped(string text, List<TextSpan> lines)
    {
        if (lines.Count < 3)
            return false;
        int width = lines.Max(line => line.Length);
        if (width is < MinWrapWidth or > MaxWrapWidth)
            return false;
        for (int i = 1; i < lines.Count; i++)
        {
            if (lines[i - 1].Length + 1 + FirstWordLength(text, lines[i]) <= width)
                return false;
        }
        return true;
    }

    private static bool Continues(string text, TextSpan line, TextSpan next) =>
        char.IsLower(text[next.Start]) || text[line.End - 1] == ',' || s_openWords.Contains(LastWord(text, line));

    private static bool StartsWithBullet(string text, TextSpan line)
    {
        char first = text[line.Start];
        if (first is '•' or '·' or '▪' or '●' or '■' or '◦' or '‣')
            return true;
        int i = line.Start;
        while (i < line.End && i - line.Start < 3 && char.IsAsciiDigit(text[i]))
            i++;
        bool numbered = i > line.Start && i < line.End && text[i] is '.' or ')';
        int mark = numbered ? i : line.Start;
        return (numbered || first is '-' or '–' or '—' or '*') && mark + 1 < line.End && char.IsWhiteSpace(text[mark + 1]);
    }

    private static int FirstWordLength(string text, TextSpan line)
    {
        int i = line.Start;
        while (i < line.End && !char.IsWhiteSpace(text[i]))
            i++;
        return i - line.Start;
    }

    private static ReadOnlySpan<char> LastWord(string text, TextSpan line)
    {
        int i = line.End;
        while (i > line.Start && line.End - i < WordSet.MaxWordLength && char.IsLetter(text[i - 1]))
            i--;
        return text.AsSpan(i, line.End - i);
    }

    private static bool IsLineEnd(string text, int i) => text[i] switch
    {
        '\n' or '\u2028' or '\u2029' or '\u0085' or '\f' or '\v' => true,
        '\r' => i + 1 >= text.Length || text[i + 1] != '\n',
        _ => false,
    };

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}

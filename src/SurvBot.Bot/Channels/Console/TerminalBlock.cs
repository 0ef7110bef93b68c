namespace SurvBot.Bot.Channels.Console;

/// <summary>Lines that belong together.</summary>
/// <param name="Lines">From top to bottom; none for what a terminal does not show.</param>
/// <param name="StandsApart">Whether an empty line comes before it.</param>
public sealed record TerminalBlock(IReadOnlyList<TerminalLine> Lines, bool StandsApart = true)
{
    /// <summary>Shows nothing.</summary>
    public static TerminalBlock Nothing { get; } = new([]);

    /// <summary>The blocks under each other.</summary>
    public static TerminalBlock Join(IEnumerable<TerminalBlock> blocks)
    {
        var lines = new List<TerminalLine>();
        foreach (var block in blocks.Where(block => block.Lines.Count > 0))
        {
            if (lines.Count > 0 && block.StandsApart)
                lines.Add(TerminalLine.Blank);
            lines.AddRange(block.Lines);
        }
        return new TerminalBlock(lines);
    }
}

/// <summary>A line before it is wrapped.</summary>
/// <param name="Text">Safe text (see <see cref="TerminalText"/>).</param>
/// <param name="Lead">What stands before it; lines that it is wrapped into are indented as far.</param>
/// <param name="Style">How it looks.</param>
public sealed record TerminalLine(string Text, string Lead = "", TerminalStyle Style = TerminalStyle.Plain)
{
    public static TerminalLine Blank { get; } = new("");
}

/// <summary>How a line looks where there are colours.</summary>
public enum TerminalStyle
{
    Plain,
    Heading,
    Dim,

    /// <summary>A remark of SurvBot's own.</summary>
    Remark,

    /// <summary>Text with citation markers, which stand out.</summary>
    Cited,
}

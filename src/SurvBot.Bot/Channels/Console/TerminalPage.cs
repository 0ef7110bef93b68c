using System.Text.RegularExpressions;
using Spectre.Console;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Writes wrapped and indented lines; everything given to it is plain text until it is styled here.</summary>
public sealed partial class TerminalPage(IAnsiConsole console)
{
    /// <summary>Characters in a line.</summary>
    public int Width => Math.Max(20, console.Profile.Width);

    /// <summary>An empty line.</summary>
    public void Blank() => console.WriteLine();

    /// <summary>A heading.</summary>
    public void Heading(string text) => console.MarkupLine($"[bold]{Markup.Escape(text)}[/]");

    /// <summary>The lines of <paramref name="block"/>.</summary>
    public void Write(TerminalBlock block)
    {
        foreach (var line in block.Lines)
            Write(line.Text, line.Lead, escaped => Styled(escaped, line.Style));
    }

    /// <summary>Wraps <paramref name="text"/>; the first line begins with <paramref name="lead"/>, the others are indented as far.</summary>
    /// <param name="text">One line of safe text (see <see cref="TerminalText"/>).</param>
    /// <param name="lead">What stands before it: "[1] " or "   ".</param>
    /// <param name="style">Turns an escaped line into markup; null leaves it as it is.</param>
    public void Write(string text, string lead = "", Func<string, string>? style = null)
    {
        string before = lead;
        foreach (string line in TerminalText.Wrap(text, Width - lead.Length))
        {
            WriteLine(before, line, style);
            before = new string(' ', lead.Length);
        }
    }

    private void WriteLine(string before, string line, Func<string, string>? style)
    {
        // Spectre would break a long address, which nobody could then click or copy.
        if (before.Length + line.Length > Width)
            console.Profile.Out.Writer.WriteLine(before + line);
        else
            console.MarkupLine(Markup.Escape(before) + (style ?? (plain => plain))(Markup.Escape(line)));
    }

    private static string Styled(string escaped, TerminalStyle style) => style switch
    {
        TerminalStyle.Heading => $"[bold]{escaped}[/]",
        TerminalStyle.Dim => $"[grey]{escaped}[/]",
        TerminalStyle.Remark => $"[italic]{escaped}[/]",
        TerminalStyle.Cited => EscapedMarker().Replace(escaped, "[blue]$0[/]"),
        _ => escaped,
    };

    // Spectre's escape doubles the brackets.
    [GeneratedRegex(@"\[\[\d+\]\]")]
    private static partial Regex EscapedMarker();
}

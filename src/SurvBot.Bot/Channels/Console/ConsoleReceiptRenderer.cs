using SurvBot.Bot.Receipts;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Shows a receipt to a person at a terminal.</summary>
public static class ConsoleReceiptRenderer
{
    /// <summary>All of its sections.</summary>
    public static TerminalBlock Render(ReceiptSheet sheet) => TerminalBlock.Join([new TerminalBlock([new TerminalLine(TerminalText.Line(sheet.Title), "", TerminalStyle.Heading)]), .. sheet.Sections.Select(Render)]);

    private static TerminalBlock Render(ReceiptSection section)
    {
        int width = section.Lines.Max(line => line.Lead?.Length ?? 0);
        return new TerminalBlock([new TerminalLine(TerminalText.Line(section.Title), "", TerminalStyle.Heading), .. section.Lines.Select(line => Render(line, width))]);
    }

    private static TerminalLine Render(ReceiptLine line, int width) => new(
        TerminalText.Line(line.Text) + (line.Url.Length > 0 ? $", {TerminalText.Line(line.Url)}" : ""),
        line.IsQuote ? new string(' ', width + 3) : line.Lead is { } lead ? $"{lead.PadRight(width)} " : "", TerminalStyle.Cited);
}

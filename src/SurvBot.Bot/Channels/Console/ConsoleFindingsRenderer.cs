using Spectre.Console;
using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Shows what works, what is missing and the fix for each.</summary>
public sealed class ConsoleFindingsRenderer(IAnsiConsole console)
{
    private readonly TerminalPage page = new(console);

    public void Render(IReadOnlyList<Finding> findings)
    {
        int width = findings.Max(finding => finding.Name.Length);
        foreach (var finding in findings)
        {
            page.Write(TerminalText.Line(finding.Detail), $"{Mark(finding.State)} {finding.Name.PadRight(width)}  ");
            if (finding.Fix is not null)
                page.Write(TerminalText.Line(finding.Fix), $"{new string(' ', width + 2)}  Fix: ");
        }
    }

    private static char Mark(FindingState state) => state switch
    {
        FindingState.Good => '✓',
        FindingState.Lacking => '!',
        _ => '✗',
    };
}

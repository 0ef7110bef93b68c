using System.Globalization;
using Spectre.Console;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Shows what an ingest did: counts, then the reasons for failures, the most frequent first.</summary>
public sealed class ConsoleIngestRenderer(IAnsiConsole console)
{
    private const int ReasonsShown = 10, OriginsShown = 3;

    private readonly TerminalPage page = new(console);

    public void Render(IngestReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(
            [.. ((string[])["added", "updated", "unchanged", "duplicates", "failed", "embedded", "seconds"]).Select(name => new TableColumn(name).RightAligned())]);
        table.AddRow([.. ((int[])[report.Added, report.Updated, report.Unchanged, report.Duplicates, report.Failed, report.Embedded]).Select(count => count.ToString("N0", CultureInfo.InvariantCulture)),
            report.Seconds.ToString("N1", CultureInfo.InvariantCulture)]);
        console.Write(table);
        RenderFailures(report.Failures);
    }

    private void RenderFailures(IReadOnlyList<IngestFailure> failures)
    {
        if (failures.Count == 0)
            return;
        page.Heading("Failed");
        var reasons = failures.GroupBy(failure => failure.Reason).OrderByDescending(reason => reason.Count()).ToList();
        foreach (var reason in reasons.Take(ReasonsShown))
        {
            string origins = string.Join(", ", reason.Take(OriginsShown).Select(failure => TerminalText.Line(failure.Origin)));
            string more = reason.Count() > OriginsShown ? string.Create(CultureInfo.InvariantCulture, $" and {reason.Count() - OriginsShown:N0} more") : "";
            page.Write($"{TerminalText.Line(reason.Key)} ({origins}{more})", string.Create(CultureInfo.InvariantCulture, $"{reason.Count(),5:N0} × "));
        }
        if (reasons.Count > ReasonsShown)
            page.Write($"{reasons.Count - ReasonsShown} other reasons: --json lists all.", "        ");
    }
}

using System.Globalization;
using Spectre.Console;
using SurvBot.Bot.Evaluation;

namespace SurvBot.Bot.Channels.Console;

/// <summary>Shows the figures of a measurement as tables.</summary>
public sealed class ConsoleEvaluationRenderer(IAnsiConsole console)
{
    public void Render(EvaluationReport report)
    {
        if (report.Retrieval is { } retrieval)
            console.Write(Grid("Retrieval", ["questions", "Hits@1", "Hits@4", "Hits@10", "MRR@10", "allGold@10"],
                [[Count(retrieval.Questions), Share(retrieval.HitsAt1), Share(retrieval.HitsAt4), Share(retrieval.HitsAt10), Share(retrieval.MrrAt10), Share(retrieval.AllGoldAt10)]]));
        if (report.Types is { } types)
            RenderTypes([.. types.Where(type => type.Answerable), .. Total(report.Answerable), .. types.Where(type => !type.Answerable), .. Total(report.Unanswerable)]);
        if (report.Citations is { } citations)
            console.Write(Grid("Citations", ["answers", "resolve", "quotes", "exact", "sentences with numbers", "numbers quoted"],
                [[Count(citations.Answers), Share(citations.ResolveRate), Count(citations.Quotes), Share(citations.QuoteExactness), Count(citations.SentencesWithNumbers), Share(citations.NumberSupport)]]));
        if (report.Latency is { } latency)
            console.Write(Grid("Latency", ["median ms", "p95 ms"], [[Milliseconds(latency.MedianMs), Milliseconds(latency.P95Ms)]]));
    }

    private void RenderTypes(IReadOnlyList<TypeMetrics> types) => console.Write(Grid(
        "Answers", ["type", "questions", "answered", "right", "cited right", "refused", "right %", "refused %"],
        [.. types.Select(type => (string[])[
            $"{TerminalText.Line(type.Type)}{(type.Answerable ? "" : " (no answer)")}", Count(type.Questions), Count(type.Answered), Count(type.Right), Count(type.CitedRight), Count(type.Refused),
            Percent(type.RightRate), Percent(type.RefusalRate)])]));

    private static TypeMetrics[] Total(TypeMetrics? sum) => sum is null ? [] : [sum];

    private static Table Grid(string title, string[] columns, string[][] rows)
    {
        var table = new Table().Border(TableBorder.Simple).Title($"[bold]{title}[/]");
        foreach (var (index, column) in columns.Index())
            table.AddColumn(new TableColumn(Markup.Escape(column)) { Alignment = columns[0] == "type" && index == 0 ? Justify.Left : Justify.Right });
        foreach (string[] row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        return table;
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Share(double? share) => share?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Milliseconds(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}

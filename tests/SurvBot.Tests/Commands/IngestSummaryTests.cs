using SurvBot.Bot.Channels.Console;
using SurvBot.Bot.Commands;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Commands;

public sealed class IngestSummaryTests
{
    [Fact]
    public void Every_result_is_counted_once_and_a_copy_also_as_a_duplicate()
    {
        var summary = new IngestSummary(TimeProvider.System) { KeywordOnly = true };
        summary.Add(Result(IngestionOutcome.Added, embedded: 3));
        summary.Add(Result(IngestionOutcome.Added, embedded: 2, isCopy: true));
        summary.Add(Result(IngestionOutcome.Updated, embedded: 1));
        summary.Add(Result(IngestionOutcome.Unchanged));
        summary.Add(Result(IngestionOutcome.Failed, reason: "the line is not valid JSON"));

        var report = summary.ToReport();
        (report.Added, report.Updated, report.Unchanged, report.Duplicates, report.Failed, report.Embedded, report.KeywordOnly).ShouldBe((2, 1, 1, 1, 1, 6, true));
        report.Failures.ShouldBe([new IngestFailure("news.jsonl:1", "the line is not valid JSON")]);
    }

    [Fact]
    public void Failures_are_grouped_by_reason_the_most_frequent_first()
    {
        List<IngestFailure> failures = [new("a.html", "no text \u001b[31m[x]"), .. Enumerable.Range(1, 5).Select(i => new IngestFailure($"n.jsonl:{i}", "not JSON")), .. Enumerable.Range(1, 11).Select(i => new IngestFailure("p", $"reason {i}"))];
        using var console = new PlainConsole();
        new ConsoleIngestRenderer(console.Console).Render(new IngestReport(1200, 0, 3, 0, failures.Count, 0, failures, 1.25, false));
        console.Text.ShouldContain("1,200");
        console.Text.ShouldContain("Failed\n    5 × not JSON (n.jsonl:1, n.jsonl:2, n.jsonl:3 and 2 more)\n    1 × no text [x] (a.html)\n");
        console.Text.ShouldContain("3 other reasons: --json lists all.");
    }

    private static IngestionResult Result(IngestionOutcome outcome, int embedded = 0, bool isCopy = false, string? reason = null) => new("news.jsonl:1", outcome, reason, isCopy, embedded, 10, 100);
}

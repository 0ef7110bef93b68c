using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Bot.Commands;

/// <summary>Shows how an ingest comes along: a bar in a terminal, a line now and then elsewhere, or a line for each article.</summary>
internal sealed class IngestProgress(CommandEnvironment environment, bool each)
{
    // From fewer articles the remaining time would be a wild guess.
    private const int ArticlesToEstimate = 10;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Counts the <paramref name="results"/> into <paramref name="summary"/> as they come.</summary>
    public Task ShowAsync(IAsyncEnumerable<IngestionResult> results, IngestSummary summary) =>
        each ? ShowEachAsync(results, summary)
        : environment.Errors.Profile.Out.IsTerminal ? ShowBarAsync(results, summary)
        : ShowLinesAsync(results, summary);

    /// <summary>Counts the passages that are embedded belatedly, and tells now and then how many there were.</summary>
    public async Task ShowEmbeddingAsync(IAsyncEnumerable<int> batches, IngestSummary summary)
    {
        var told = summary.Elapsed;
        await foreach (int passages in batches)
        {
            if (summary.Embedded == 0)
                environment.Tell("Embedding what an earlier run stored without vectors first.");
            summary.AddEmbedded(passages);
            if (summary.Elapsed - told < Interval)
                continue;
            told = summary.Elapsed;
            environment.Tell(string.Create(CultureInfo.InvariantCulture, $"{summary.Embedded:N0} passages embedded"));
        }
    }

    // A line promises that its article outlives whatever happens next: a result comes only after its commit.
    private async Task ShowEachAsync(IAsyncEnumerable<IngestionResult> results, IngestSummary summary)
    {
        await foreach (var result in results)
        {
            summary.Add(result);
            string what = result.Outcome == IngestionOutcome.Failed ? $"failed {result.Origin}: {result.Reason}" : $"{result.Outcome.ToString().ToLowerInvariant()} {result.Url}";
            environment.WriteLine(TerminalText.Line(what));
        }
    }

    private Task ShowBarAsync(IAsyncEnumerable<IngestionResult> results, IngestSummary summary) => environment.Errors.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(summary), new RemainingTimeColumn())
        .StartAsync(async progress =>
        {
            var bar = progress.AddTask("Ingesting");
            await foreach (var result in results)
            {
                summary.Add(result);
                bar.MaxValue = Math.Max(1, result.BytesTotal);
                bar.Value = result.BytesRead;
            }
        });

    private async Task ShowLinesAsync(IAsyncEnumerable<IngestionResult> results, IngestSummary summary)
    {
        var told = summary.Elapsed;
        await foreach (var result in results)
        {
            summary.Add(result);
            if (summary.Elapsed - told < Interval)
                continue;
            told = summary.Elapsed;
            environment.Tell(Line(summary, result));
        }
    }

    private static string Line(IngestSummary summary, IngestionResult last)
    {
        double share = last.BytesTotal > 0 ? last.BytesRead / (double)last.BytesTotal : 0;
        string left = share > 0 && summary.Total >= ArticlesToEstimate ? $", {Math.Ceiling(summary.Elapsed.TotalSeconds * (1 - share) / share):N0} s left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{summary.Total:N0} articles, {summary.Rate:N0}/s, {share:P0} read{left}");
    }

    private sealed class RateColumn(IngestSummary summary) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(string.Create(CultureInfo.InvariantCulture, $"{summary.Total:N0} articles, {summary.Rate:N0}/s"));
    }
}

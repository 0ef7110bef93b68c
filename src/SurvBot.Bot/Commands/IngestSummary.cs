using SurvBot.Bot.Channels.Console;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Bot.Commands;

/// <summary>Counts what an ingest reports.</summary>
internal sealed class IngestSummary(TimeProvider clock)
{
    private readonly long started = clock.GetTimestamp();
    private readonly Dictionary<IngestionOutcome, int> counts = [];
    private readonly List<IngestFailure> failures = [];
    private int duplicates;
    private int embedded;

    /// <summary>Whether passages get no vectors, because there is no model.</summary>
    public required bool KeywordOnly { get; init; }

    /// <summary>Why an embedding model gave no vectors, in one line; null where it did.</summary>
    public string? WithoutVectors { get; set; }

    /// <summary>Pieces of input so far.</summary>
    public int Total { get; private set; }

    public TimeSpan Elapsed => clock.GetElapsedTime(started);

    /// <summary>Articles a second.</summary>
    public double Rate => Total / Math.Max(0.001, Elapsed.TotalSeconds);

    public void Add(IngestionResult result)
    {
        Total++;
        counts[result.Outcome] = Of(result.Outcome) + 1;
        duplicates += result.IsCopy ? 1 : 0;
        embedded += result.Embedded;
        WithoutVectors ??= result.WithoutVectors;
        if (result.Outcome == IngestionOutcome.Failed)
            failures.Add(new IngestFailure(result.Origin, result.Reason ?? "no reason is known"));
    }

    /// <summary>Counts passages of articles that an earlier run had stored without vectors.</summary>
    public void AddEmbedded(int passages) => embedded += passages;

    /// <summary>Passages embedded so far.</summary>
    public int Embedded => embedded;

    public IngestReport ToReport() => new(
        Of(IngestionOutcome.Added), Of(IngestionOutcome.Updated), Of(IngestionOutcome.Unchanged), duplicates, failures.Count, embedded, [.. failures], Math.Round(Elapsed.TotalSeconds, 2), KeywordOnly);

    private int Of(IngestionOutcome outcome) => counts.GetValueOrDefault(outcome);
}

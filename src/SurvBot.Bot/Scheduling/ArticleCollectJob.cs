using Quartz;
using SurvBot.Corpus.Feeds.Following;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Scheduling;

/// <summary>Fetches the articles that feeds announced; an ingest that runs beside it has precedence.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ArticleCollectJob(ArticleCollector collector, ICorpusStore store, ILogger<ArticleCollectJob> log) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var writing = store.TryLockForWriting();
            if (writing is null)
                return;
            await foreach (var result in collector.RunAsync(cancellationToken))
                if (result.Outcome == IngestionOutcome.Failed)
                    Log.LeftOut(log, result.Origin, result.Reason ?? "no reason is known");
                else
                    Log.Taken(log, result.Outcome, result.Url ?? result.Origin);
        }
        catch (CorpusStoreException fault)
        {
            Log.Broken(log, fault.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Outcome}: {Article}")]
        public static partial void Taken(ILogger log, IngestionOutcome outcome, string article);

        [LoggerMessage(LogLevel.Information, "{Article} is left out: {Reason}")]
        public static partial void LeftOut(ILogger log, string article, string reason);

        [LoggerMessage(LogLevel.Error, "Articles cannot be collected now: {Line}")]
        public static partial void Broken(ILogger log, string line);
    }
}

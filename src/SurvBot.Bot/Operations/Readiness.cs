using Microsoft.Extensions.Diagnostics.HealthChecks;
using SurvBot.Answers;
using SurvBot.Bot.Conversations;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Operations;

/// <summary>Loads the index and the model before the first question, and says whether SurvBot can answer one now.</summary>
/// <remarks>Not ready: while loading, while stopping, and while the corpus or the chats cannot be read.</remarks>
public sealed partial class Readiness(
    AnswerService answers, FirstQuestions first, Retriever retriever, ChatDatabase chats, TimeProvider clock, IHostApplicationLifetime life, ILogger<Readiness> log) : BackgroundService, IHealthCheck
{
    private volatile bool loaded;

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!loaded)
            return HealthCheckResult.Unhealthy("loading");
        if (life.ApplicationStopping.IsCancellationRequested)
            return HealthCheckResult.Unhealthy("stopping");
        try
        {
            await chats.CheckWritableAsync(cancellationToken);
            await retriever.GetOverviewAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is ChatStoreException or CorpusStoreException)
        {
            Log.NotReady(log, fault.Message);
            return HealthCheckResult.Unhealthy("store");
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await answers.AskAsync(new Question("What is new?", clock.GetUtcNow()), stoppingToken);
            loaded = true;
            // Takes seconds on a large corpus, which whoever opens the page or adds the app first should not wait.
            await first.GetAsync(stoppingToken);
        }
        catch (CorpusStoreException fault)
        {
            Log.NotReady(log, fault.Message);
        }
        loaded = true;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Not ready: {Line}")]
        public static partial void NotReady(ILogger log, string line);
    }
}

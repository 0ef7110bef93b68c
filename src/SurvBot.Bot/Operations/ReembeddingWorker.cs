using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Operations;

/// <summary>Embeds in the background what lacks a vector of the configured model; searches change to that model when all is done.</summary>
public sealed partial class ReembeddingWorker(Reembedder reembedder, TimeProvider clock, ILogger<ReembeddingWorker> log) : BackgroundService
{
    // Whoever asks meanwhile needs the processors, too: small batches, and a rest after each as long as it took.
    private const int PassagesPerCommit = 64;

    private static readonly TimeSpan NextLook = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var pause = NextLook;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await reembedder.GetProgressAsync(stoppingToken) is not { } before)
                    return;
                if (!before.IsDone)
                    await EmbedAsync(before, stoppingToken);
                pause = NextLook;
            }
            catch (Exception fault) when (fault is EmbeddingUnavailableException or CorpusStoreException)
            {
                Log.Failed(log, fault.Message, pause);
                await Task.Delay(pause, clock, stoppingToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                continue;
            }
            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    private async Task EmbedAsync(ReembeddingProgress before, CancellationToken stoppingToken)
    {
        int embedded = 0;
        long started = clock.GetTimestamp();
        await foreach (int passages in reembedder.RunAsync(stoppingToken, PassagesPerCommit))
        {
            if (embedded == 0)
                Log.Begun(log, before.Wanted, before.Passages - before.Embedded);
            embedded += passages;
            await Task.Delay(clock.GetElapsedTime(started), clock, stoppingToken);
            started = clock.GetTimestamp();
        }
        if (embedded > 0)
            Log.Done(log, embedded, before.Wanted);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Embedding {Passages} passages with {Model} in the background")]
        public static partial void Begun(ILogger log, string model, int passages);

        [LoggerMessage(LogLevel.Information, "Embedded {Passages} passages; searches use {Model}")]
        public static partial void Done(ILogger log, int passages, string model);

        [LoggerMessage(LogLevel.Warning, "Passages wait for their vectors, next try in {Pause}: {Line}")]
        public static partial void Failed(ILogger log, string line, TimeSpan pause);
    }
}

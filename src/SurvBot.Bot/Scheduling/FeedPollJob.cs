using Quartz;
using SurvBot.Corpus.Feeds.Following;
using SurvBot.Corpus.Store;

namespace SurvBot.Bot.Scheduling;

/// <summary>Polls the feeds whose time has come.</summary>
[DisallowConcurrentExecution]
internal sealed partial class FeedPollJob(FeedRun run, ILogger<FeedPollJob> log) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var poll in run.PollDueAsync(cancellationToken))
            {
                if (poll.Feed.Disabled is { } reason)
                    Log.Disabled(log, poll.Feed.Address, reason);
                else if (poll.Error is { } error)
                    Log.Failed(log, poll.Feed.Address, error, poll.Feed.NextPoll);
                else if (poll.Announced > 0)
                    Log.Announced(log, poll.Feed.Address, poll.Announced);
            }
        }
        catch (CorpusStoreException fault)
        {
            Log.Broken(log, fault.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Feed} announces {Articles} new or changed articles")]
        public static partial void Announced(ILogger log, string feed, int articles);

        [LoggerMessage(LogLevel.Warning, "{Feed} failed, next try at {NextTry:u}: {Reason}")]
        public static partial void Failed(ILogger log, string feed, string reason, DateTimeOffset nextTry);

        [LoggerMessage(LogLevel.Warning, "{Feed} is not polled any more: {Reason}")]
        public static partial void Disabled(ILogger log, string feed, string reason);

        [LoggerMessage(LogLevel.Error, "Feeds cannot be polled now: {Line}")]
        public static partial void Broken(ILogger log, string line);
    }
}

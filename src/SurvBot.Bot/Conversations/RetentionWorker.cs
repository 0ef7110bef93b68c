namespace SurvBot.Bot.Conversations;

/// <summary>Forgets every night what is older than the retention.</summary>
public sealed partial class RetentionWorker(Forgetting forgetting, ConversationOptions options, TimeProvider clock, ILogger<RetentionWorker> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.RetentionDays > 0)
        {
            await Task.Delay(UntilNextPurge(), clock, stoppingToken);
            try
            {
                int turns = await forgetting.ForgetBeforeAsync(clock.GetUtcNow().AddDays(-options.RetentionDays), stoppingToken);
                Log.Forgotten(log, turns, options.RetentionDays);
            }
            catch (ChatStoreException fault)
            {
                Log.NotForgotten(log, fault.Message);
            }
        }
    }

    private TimeSpan UntilNextPurge()
    {
        var now = clock.GetUtcNow();
        var today = new DateTimeOffset(now.Date, TimeSpan.Zero).AddHours(options.PurgeHour);
        return (today > now ? today : today.AddDays(1)) - now;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Forgot {Turns} turns older than {Days} days")]
        public static partial void Forgotten(ILogger log, int turns, int days);

        [LoggerMessage(LogLevel.Error, "What is older than the retention could not be forgotten: {Line}")]
        public static partial void NotForgotten(ILogger log, string line);
    }
}

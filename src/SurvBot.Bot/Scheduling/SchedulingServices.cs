using Microsoft.Data.Sqlite;
using Quartz;

namespace SurvBot.Bot.Scheduling;

/// <summary>Wires what is done again and again while SurvBot serves: the only place here that sees the container.</summary>
public static class SchedulingServices
{
    /// <summary>The schedule, beside the corpus.</summary>
    private const string FileName = "schedule.db";

    // Each feed's own rhythm is in its row: these are only how late a poll or an article may be.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <summary>Polls feeds and collects articles as their time comes.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="dataFolder">Must exist when the program starts.</param>
    /// <param name="clock">Says when.</param>
    public static IServiceCollection AddScheduling(this IServiceCollection services, string dataFolder, TimeProvider clock)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(clock);
            // Whatever is cut off goes on next time.
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, FileName), DefaultTimeout = 30 }.ToString());
            });
            quartz.ScheduleJob<FeedPollJob>(trigger => trigger.WithIdentity("poll feeds").StartNow().WithSimpleSchedule(Look));
            quartz.ScheduleJob<ArticleCollectJob>(trigger => trigger.WithIdentity("collect articles").StartNow().WithSimpleSchedule(Look));
        });
        return services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = false);
    }
}

using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Actions;

/// <summary>Calls of Slack that need not be durable and must not keep its own request waiting: whoever pressed a button can press it again.</summary>
internal sealed partial class Errands(IHostApplicationLifetime life, ILogger<Errands> log)
{
    private const int MostAtOnce = 64;

    private int underWay;

    /// <summary>Begins one and returns at once.</summary>
    public void Run(Func<CancellationToken, Task> errand)
    {
        if (Interlocked.Increment(ref underWay) <= MostAtOnce)
            _ = Task.Run(() => RunAsync(errand));
        else
        {
            Interlocked.Decrement(ref underWay);
            Log.TooMany(log, MostAtOnce);
        }
    }

    private async Task RunAsync(Func<CancellationToken, Task> errand)
    {
        try
        {
            await errand(life.ApplicationStopping);
        }
        catch (Exception fault) when (fault is SlackRefusedException or SlackUnavailableException or ChannelBusyException)
        {
            Log.Failed(log, fault.Message);
        }
        catch (Exception fault)
        {
            Log.Failed(log, fault.GetType().Name);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Slack could not be told something that somebody asked for: {Fault}")]
        public static partial void Failed(ILogger log, string fault);

        [LoggerMessage(LogLevel.Warning, "More than {Most} people wait for Slack at once: one press on a button was left alone")]
        public static partial void TooMany(ILogger log, int most);
    }
}

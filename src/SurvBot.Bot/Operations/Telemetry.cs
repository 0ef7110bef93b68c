using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SurvBot.Bot.Operations;

/// <summary>Names under which SurvBot reports on itself. The text of questions and answers is never among it.</summary>
public static class Telemetry
{
    /// <summary>Of the meter, the activity source and the service.</summary>
    public const string Name = "SurvBot";

    /// <summary>Traces one answered message.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>From the moment a message came in to the moment its reply was written.</summary>
    public static Histogram<double> ReplyDuration { get; } = Meter.CreateHistogram<double>("survbot.reply.duration", "s", "From a message to its reply");
}

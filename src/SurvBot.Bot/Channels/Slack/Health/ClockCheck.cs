using System.Globalization;
using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Slack.Health;

/// <summary>Compares this machine's clock with Slack's: a signed request is taken for a recording when it seems older or newer than five minutes.</summary>
internal static class ClockCheck
{
    private const string Name = "clock", Fix = "have this machine's clock set over the network (NTP)";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5), Uneasy = TimeSpan.FromMinutes(1);

    /// <param name="theirs">The date of Slack's answer, in whole seconds; null where it has none.</param>
    /// <param name="ours">When it came.</param>
    public static Finding Of(DateTimeOffset? theirs, DateTimeOffset ours)
    {
        if (theirs is not { } date)
            return new(Name, FindingState.Lacking, "Slack's answer has no date to compare with", "none needed where this machine's clock is set over the network");
        var apart = ours - date;
        string detail = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(apart.TotalSeconds):0} seconds {(apart < TimeSpan.Zero ? "behind" : "ahead of")} Slack's");
        return apart.Duration() >= Window ? new(Name, FindingState.Broken, $"{detail}: every request of Slack is refused, which may be {Window.TotalMinutes:0} minutes old", Fix)
            : apart.Duration() >= Uneasy ? new(Name, FindingState.Lacking, $"{detail}: from {Window.TotalMinutes:0} minutes on every request is refused", Fix)
            : new(Name, FindingState.Good, detail);
    }
}

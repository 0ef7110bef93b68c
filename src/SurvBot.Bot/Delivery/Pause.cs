namespace SurvBot.Bot.Delivery;

/// <summary>How long to wait before the next attempt.</summary>
internal static class Pause
{
    /// <summary>Doubles with each failure up to the longest; a random part keeps those that failed together from coming back together.</summary>
    public static TimeSpan After(int failures, DeliveryOptions options)
    {
        double pause = Math.Min(options.LongestPause.TotalMilliseconds, options.FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(failures, 30)));
        return TimeSpan.FromMilliseconds(pause * (0.75 + 0.5 * Random.Shared.NextDouble()));
    }
}

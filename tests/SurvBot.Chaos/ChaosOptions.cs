namespace SurvBot.Chaos;

/// <summary>How the channel behaves, by environment variables.</summary>
/// <param name="Platform">Address of the chat platform (CHAOS_PLATFORM).</param>
/// <param name="Placeholder">Whether the channel posts that an answer is on its way (CHAOS_PLACEHOLDER=1).</param>
/// <param name="Thinking">How long every answer takes besides its own work, as with a slow model (CHAOS_ANSWER_MS).</param>
internal sealed record ChaosOptions(Uri Platform, bool Placeholder, TimeSpan Thinking)
{
    public static ChaosOptions Read(Func<string, string?> variable) => new(
        new Uri(variable("CHAOS_PLATFORM") ?? "http://127.0.0.1:9"),
        variable("CHAOS_PLACEHOLDER") == "1",
        TimeSpan.FromMilliseconds(int.Parse(variable("CHAOS_ANSWER_MS") ?? "0")));
}

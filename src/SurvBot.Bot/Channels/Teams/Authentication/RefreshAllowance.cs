namespace SurvBot.Bot.Channels.Teams.Authentication;

/// <summary>
/// How often something may be done because a stranger wants it: a few times at once, so that the first who is right is served right away, then once
/// in a while. Not safe for use side by side.
/// </summary>
internal sealed class RefreshAllowance(int most, TimeSpan each, TimeProvider clock)
{
    private double left = most;
    private DateTimeOffset countedAt = clock.GetUtcNow();

    public bool TryTake()
    {
        var now = clock.GetUtcNow();
        left = Math.Clamp(left + (now - countedAt) / each, 0, most);
        countedAt = now;
        if (left < 1)
            return false;
        left--;
        return true;
    }
}

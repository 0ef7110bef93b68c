namespace SurvBot.Bot.Channels.Slack.Events;

/// <summary>The workspace that a request belongs to. In a room that is shared with others it is the app's own, not the one of who writes.</summary>
/// <param name="Enterprise">The organisation around it, or null.</param>
/// <param name="Team">The workspace.</param>
/// <param name="IsOrgWide">Whether the app was added to the organisation as a whole.</param>
public sealed record SlackTenant(string? Enterprise, string Team, bool IsOrgWide)
{
    /// <summary>What the app is added to and removed from.</summary>
    internal string Home => IsOrgWide && Enterprise is not null ? Enterprise : Team;
}

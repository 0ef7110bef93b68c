using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Events;

namespace SurvBot.Bot.Channels.Slack.Installations;

/// <summary>The one workspace whose token the settings hold. Which one it is Slack is asked once.</summary>
internal sealed class SettingsInstallation(SlackOptions options, ISlackApi api) : ISlackInstallations, IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private Known? known;

    /// <inheritdoc />
    public async ValueTask<SlackInstallation?> FindAsync(SlackTenant tenant, CancellationToken cancellationToken)
    {
        if (options.BotToken is not { } token)
            return null;
        var there = known ?? await AskAsync(token, cancellationToken);
        return there.Team == tenant.Team || (there.IsOrgWide && there.Enterprise == tenant.Enterprise) ? there.Installation : null;
    }

    /// <inheritdoc />
    public Task<bool> ForgetAsync(SlackTenant tenant, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // Whoever set the token takes it out of the settings; Slack is asked again when it is added again.
        known = null;
        return Task.FromResult(true);
    }

    public void Dispose() => one.Dispose();

    private async Task<Known> AskAsync(string token, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (known is { } found)
                return found;
            var said = await api.CallAsync(SlackMethod.AuthTest, token, [], cancellationToken);
            return known = new Known(Member.Text(said, "team_id"), Member.Text(said, "enterprise_id"),
                Member.At(said, "is_enterprise_install") is { ValueKind: System.Text.Json.JsonValueKind.True }, new SlackInstallation(token));
        }
        finally
        {
            one.Release();
        }
    }

    private sealed record Known(string? Team, string? Enterprise, bool IsOrgWide, SlackInstallation Installation);
}

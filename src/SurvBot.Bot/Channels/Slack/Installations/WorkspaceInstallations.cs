using System.Collections.Concurrent;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Events;

namespace SurvBot.Bot.Channels.Slack.Installations;

/// <summary>All workspaces that have added the app themselves, and the one of the settings.</summary>
/// <remarks>
/// A token that runs out is renewed by one at a time: what renews it is good for once. One process serves a data folder, so that nobody else does it either.
/// </remarks>
internal sealed partial class WorkspaceInstallations(SettingsInstallation settings, InstallationStore store, SlackOAuthClient oauth, TimeProvider clock, ILogger<WorkspaceInstallations> log) : ISlackInstallations
{
    // A token lives twelve hours: there is time to try again before it is needed.
    private static readonly TimeSpan Early = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> renewing = new();

    /// <inheritdoc />
    public async ValueTask<SlackInstallation?> FindAsync(SlackTenant tenant, CancellationToken cancellationToken) =>
        Stored(tenant) is { } stored ? (await FreshAsync(stored, cancellationToken)).Usable : await settings.FindAsync(tenant, cancellationToken);

    /// <inheritdoc />
    public Task<bool> ForgetAsync(SlackTenant tenant, DateTimeOffset at, CancellationToken cancellationToken) => store.RemoveAsync(tenant.Home, at, cancellationToken);

    /// <summary>A workspace's own comes before its organisation's.</summary>
    private StoredInstallation? Stored(SlackTenant tenant) => store.Find(tenant.Team) ?? (tenant.Enterprise is { } enterprise ? store.Find(enterprise) : null);

    private async Task<StoredInstallation> FreshAsync(StoredInstallation stored, CancellationToken cancellationToken)
    {
        if (!IsOld(stored))
            return stored;
        var one = renewing.GetOrAdd(stored.Home, _ => new SemaphoreSlim(1));
        await one.WaitAsync(cancellationToken);
        try
        {
            // Somebody may have done it meanwhile.
            return store.Find(stored.Home) is { } now && IsOld(now) ? await RenewAsync(now, cancellationToken) : store.Find(stored.Home) ?? stored;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<StoredInstallation> RenewAsync(StoredInstallation stored, CancellationToken cancellationToken)
    {
        try
        {
            // Not cancelled from here on: what Slack gave and nobody kept is lost.
            var renewed = await oauth.RenewAsync(stored, CancellationToken.None);
            await store.RenewAsync(renewed, CancellationToken.None);
            return renewed;
        }
        catch (Exception fault) when (fault is SlackUnavailableException or SlackRefusedException or Delivery.ChannelBusyException && stored.ExpiresAt > clock.GetUtcNow())
        {
            Log.NotRenewed(log, fault.Message);
            return stored;
        }
    }

    private bool IsOld(StoredInstallation stored) => stored.RefreshToken is not null && stored.ExpiresAt - clock.GetUtcNow() < Early;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A workspace's token could not be renewed and is used until it runs out: {Fault}")]
        public static partial void NotRenewed(ILogger log, string fault);
    }
}

using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Installations;

/// <summary>Where the app was added: in whose name it may speak there. Nobody else knows tokens.</summary>
internal interface ISlackInstallations
{
    /// <summary>Of a workspace; null where the app is not, or no more.</summary>
    /// <exception cref="SlackUnavailableException">Slack had to be asked and could not be.</exception>
    /// <exception cref="ChannelBusyException">Slack had to be asked and wants to be left alone.</exception>
    /// <exception cref="SlackRefusedException">Slack does not take the token.</exception>
    ValueTask<SlackInstallation?> FindAsync(SlackTenant tenant, CancellationToken cancellationToken);

    /// <summary>The app was removed there: what let it speak is forgotten. False where it has been added again since.</summary>
    /// <param name="tenant">Where.</param>
    /// <param name="at">When, in whole seconds: Slack may be late to tell it.</param>
    /// <param name="cancellationToken">Ends the wait for the file.</param>
    Task<bool> ForgetAsync(SlackTenant tenant, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <summary>The app in a workspace.</summary>
/// <param name="Token">The bot's.</param>
internal sealed record SlackInstallation(string Token);

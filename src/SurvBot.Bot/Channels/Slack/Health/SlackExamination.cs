using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Slack.Health;

/// <summary>Looks at everything that Slack needs; never throws for what it finds.</summary>
/// <param name="settings">What was found in the settings; nothing where the channel is off.</param>
/// <param name="ask">Asks Slack about the bot's token; null where each workspace has its own.</param>
/// <param name="clock">This machine's.</param>
internal sealed class SlackExamination(IReadOnlyList<Finding> settings, Func<CancellationToken, Task<SlackIdentity>>? ask, TimeProvider clock)
{
    private const string Apps = "https://api.slack.com/apps";

    // Slack tells no program which events are on.
    private static Finding Events { get; } = new("events", FindingState.Good, $"SurvBot needs {string.Join(", ", SlackApp.Events.Select(listened => listened.Name))}: see Event Subscriptions at {Apps}");

    public async Task<IReadOnlyList<Finding>> RunAsync(bool offline, CancellationToken cancellationToken)
    {
        if (settings.Count == 0)
            return [new("Slack", FindingState.Lacking, "it is off: POST /slack/events answers 404", "set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET, or SLACK_APP_TOKEN instead of the latter for Socket Mode")];
        if (offline || ask is null || settings.Any(finding => finding.State == FindingState.Broken))
            return [.. settings, Events];
        try
        {
            var identity = await ask(cancellationToken);
            return [.. settings, new("bot's token", FindingState.Good, identity.Name), .. ScopeCheck.Of(identity.Scopes), ClockCheck.Of(identity.Date, clock.GetUtcNow()), Events];
        }
        catch (SlackSaysNothingException fault)
        {
            return [.. settings, new("bot's token", FindingState.Broken, fault.Message, FixOf(fault.Message)), Events];
        }
    }

    // Slack's own words: https://docs.slack.dev/reference/methods/auth.test
    private static string FixOf(string reason) => reason switch
    {
        "invalid_auth" or "not_authed" or "token_revoked" or "account_inactive" => $"install the app again and set SLACK_BOT_TOKEN to the Bot User OAuth Token that OAuth & Permissions at {Apps} then shows",
        "token_expired" => "the app has token rotation, so its tokens end after 12 hours: set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET instead of SLACK_BOT_TOKEN, and install it at /slack/install",
        _ => "let this machine reach Slack by https, or use --offline elsewhere than on the deployment",
    };
}

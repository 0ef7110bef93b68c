using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Slack;

/// <summary>Which app of Slack this is, and where its platform is. Section "Slack".</summary>
/// <remarks>Values are kept as they were written, so that a wrong one can be told in one line; <see cref="FindFault"/> tells it.</remarks>
public sealed class SlackOptions
{
    /// <summary>Where Slack's Web API is.</summary>
    public const string SlackApiUrl = "https://slack.com/api/";

    /// <summary>The bot's token for a single workspace, "xoxb-…". Also SLACK_BOT_TOKEN.</summary>
    public string? BotToken { get; set; }

    /// <summary>What Slack signs its requests with. Also SLACK_SIGNING_SECRET.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>The app-level token, "xapp-…", for Socket Mode. Also SLACK_APP_TOKEN.</summary>
    public string? AppToken { get; set; }

    /// <summary>The app's client id, for installation in several workspaces. Also SLACK_CLIENT_ID.</summary>
    public string? ClientId { get; set; }

    /// <summary>The app's client secret. Also SLACK_CLIENT_SECRET.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The bot's user id where it is known beforehand, "U…"; else events and Slack tell it. Also SLACK_BOT_USER_ID.</summary>
    public string? BotUserId { get; set; }

    /// <summary>Where the Web API is, with "/api/" at the end; Slack's own where none is given. Also SLACK_API_URL.</summary>
    public string? ApiUrl { get; set; }

    /// <summary>What installations are sealed with, any long secret; the client secret where none is given. Whoever changes it has all workspaces install again.</summary>
    public string? StoreKey { get; set; }

    /// <summary>Ids of the workspaces ("T…") and organisations ("E…") that may add and use the app; none means all.</summary>
    public IList<string> AllowedWorkspaces { get; } = [];

    /// <summary>Whether workspaces that add the app by themselves are asked to let it hear what does not mention it, as in a manifest of "survbot package slack --hear-rooms".</summary>
    public bool HearRooms { get; set; }

    /// <summary>Connections of Socket Mode, 1 to 10: while one is renewed the others hear.</summary>
    public int SocketConnections { get; set; } = 2;

    /// <summary>Whether answers grow before their readers' eyes. Slack begins 20 such messages a minute and workspace; what is beyond is sent whole.</summary>
    public bool StreamAnswers { get; set; } = true;

    /// <summary>Bytes of a request; a message has up to 40,000 characters, and its blocks come with it.</summary>
    public int MostRequestBytes { get; set; } = 512 * 1024;

    /// <summary>How long one request to the platform may take.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether anything is received at all.</summary>
    public bool IsOn => BotToken is not null || SigningSecret is not null || AppToken is not null || ClientId is not null || ClientSecret is not null;

    /// <summary>Whether Slack is heard over sockets that this program opens: Socket Mode.</summary>
    public bool HearsSockets => AppToken is not null;

    /// <summary>Whether requests of Slack are received over HTTP.</summary>
    public bool HearsHttp => SigningSecret is not null;

    /// <summary>Whether a workspace, or the organisation around it, may use the app.</summary>
    internal bool Allows(string? team, string? enterprise) => AllowedWorkspaces.Count == 0 || AllowedWorkspaces.Any(allowed => allowed == team || allowed == enterprise);

    /// <summary>Whether workspaces can add the app by themselves.</summary>
    public bool HasInstallation => ClientId is not null && ClientSecret is not null;

    /// <summary>Where Slack asks people whether the app may be added: beside the Web API.</summary>
    internal Uri AuthorizeUrl => new(Api, "/oauth/v2/authorize");

    /// <summary>Where the Web API is.</summary>
    internal Uri Api => new(ApiUrl ?? SlackApiUrl);

    /// <summary>Why these settings cannot work, with the fix, in one line; null when they can, or when the channel is off.</summary>
    public string? FindFault() => SlackSettingsCheck.Of(this).FirstOrDefault(finding => finding.State == FindingState.Broken) is { } broken
        ? $"Slack, {broken.Name}: {broken.Detail}; {broken.Fix}."
        : null;

    /// <summary>Takes from the environment what the settings do not say: the names that Slack's samples use.</summary>
    internal SlackOptions CompletedFrom(Func<string, string?> variable)
    {
        BotToken = Given(BotToken) ?? Given(variable("SLACK_BOT_TOKEN"));
        SigningSecret = Given(SigningSecret) ?? Given(variable("SLACK_SIGNING_SECRET"));
        AppToken = Given(AppToken) ?? Given(variable("SLACK_APP_TOKEN"));
        ClientId = Given(ClientId) ?? Given(variable("SLACK_CLIENT_ID"));
        ClientSecret = Given(ClientSecret) ?? Given(variable("SLACK_CLIENT_SECRET"));
        BotUserId = Given(BotUserId) ?? Given(variable("SLACK_BOT_USER_ID"));
        ApiUrl = Given(ApiUrl) ?? Given(variable("SLACK_API_URL"));
        return this;
    }

    /// <summary>Blanks around a pasted value are never part of it.</summary>
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

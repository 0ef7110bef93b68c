using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Slack;

/// <summary>Finds what cannot work in the settings before Slack says it in its own words.</summary>
internal static class SlackSettingsCheck
{
    private const string
        TokenFix = "set SLACK_BOT_TOKEN (or SurvBot__Slack__BotToken) to the Bot User OAuth Token on the app's OAuth & Permissions page",
        SecretFix = "set SLACK_SIGNING_SECRET (or SurvBot__Slack__SigningSecret) to the Signing Secret on the app's Basic Information page",
        AppTokenFix = "set SLACK_APP_TOKEN (or SurvBot__Slack__AppToken) to an App-Level Token with connections:write from the app's Basic Information page",
        ClientFix = "set both SLACK_CLIENT_ID and SLACK_CLIENT_SECRET from the app's Basic Information page, or neither",
        ApiFix = "remove SLACK_API_URL (or SurvBot__Slack__ApiUrl): Slack has " + SlackOptions.SlackApiUrl;

    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(5);

    /// <summary>What was found, the worst that there is for each setting; nothing where the channel is off.</summary>
    public static IReadOnlyList<Finding> Of(SlackOptions options) =>
        options.IsOn ? [Token(options), Secret(options), .. AppToken(options), .. Client(options), .. Api(options), .. Limits(options)] : [];

    private static Finding Token(SlackOptions options) =>
        options.BotToken is null ? options.ClientId is null ? Broken("bot token", "it is missing", TokenFix) : Good("bot token", "each workspace's own, from its installation")
        // A rotated one begins with "xoxe.xoxb-".
        : !options.BotToken.StartsWith("xoxb-", StringComparison.Ordinal) && !options.BotToken.StartsWith("xoxe.xoxb-", StringComparison.Ordinal) ? Broken("bot token", "it does not begin with xoxb-", TokenFix)
        : Good("bot token", "given");

    // Without it anybody could speak in Slack's name.
    private static Finding Secret(SlackOptions options) => options switch
    {
        { SigningSecret: { } secret } => LooksLikeSlacks(secret) ? Good("signing secret", "given")
            : new Finding("signing secret", FindingState.Lacking, "it is not 32 hexadecimal digits, which Slack's are", $"none needed for a test; to serve Slack {SecretFix}"),
        { AppToken: not null } => Good("signing secret", "none needed: Slack is heard over Socket Mode"),
        _ => Broken("signing secret", "it is missing", $"{SecretFix}, or use Socket Mode by SLACK_APP_TOKEN"),
    };

    private static bool LooksLikeSlacks(string secret) => secret.Length == 32 && secret.All(char.IsAsciiHexDigitLower);

    private static IEnumerable<Finding> AppToken(SlackOptions options)
    {
        if (options.AppToken is { } token)
            yield return token.StartsWith("xapp-", StringComparison.Ordinal) ? Good("app token", "given") : Broken("app token", "it does not begin with xapp-", AppTokenFix);
    }

    private static IEnumerable<Finding> Client(SlackOptions options)
    {
        if (options.ClientId is null != options.ClientSecret is null)
            yield return Broken("client", $"its {(options.ClientId is null ? "id" : "secret")} is missing", ClientFix);
    }

    private static IEnumerable<Finding> Api(SlackOptions options)
    {
        if (options.ApiUrl is not { } given || given == SlackOptions.SlackApiUrl)
            yield break;
        bool isUrl = Uri.TryCreate(given, UriKind.Absolute, out var url);
        yield return !isUrl || url is not { UserInfo: "", Query: "", Fragment: "" } ? Broken("API", "it is not an address", ApiFix)
            // Every request carries the token; what stays on this machine needs no encryption.
            : url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && ThisMachine.IsNamed(url.Host)) ? Broken("API", "it is not an https address", ApiFix)
            : !url.AbsolutePath.EndsWith('/') ? Broken("API", "it does not end with a slash", ApiFix)
            : new Finding("API", FindingState.Lacking, $"{given} is not Slack's", $"none needed for a test; to serve Slack {ApiFix}");
    }

    private static IEnumerable<Finding> Limits(SlackOptions options)
    {
        if (options.MostRequestBytes <= 0)
            yield return Broken("size of a request", $"{options.MostRequestBytes} bytes hold none", "remove SurvBot__Slack__MostRequestBytes");
        if (options.SocketConnections is < 1 or > 10)
            yield return Broken("sockets", $"{options.SocketConnections} connections are not 1 to 10", "remove SurvBot__Slack__SocketConnections");
        if (options.RequestTimeout <= TimeSpan.Zero || options.RequestTimeout > LongestRequest)
            yield return Broken("time of a request", $"{options.RequestTimeout:c} is not more than nothing and at most {LongestRequest:c}", "remove SurvBot__Slack__RequestTimeout");
    }

    private static Finding Good(string name, string detail) => new(name, FindingState.Good, detail);

    private static Finding Broken(string name, string detail, string fix) => new(name, FindingState.Broken, detail, fix);
}

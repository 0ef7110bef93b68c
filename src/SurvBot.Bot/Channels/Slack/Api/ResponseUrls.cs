namespace SurvBot.Bot.Channels.Slack.Api;

/// <summary>Where answers to commands and buttons may go: to Slack, whatever a request says.</summary>
internal sealed class ResponseUrls(SlackOptions options)
{
    private const string Hooks = "hooks.slack.com";

    /// <summary>The address, or null where it is not Slack's.</summary>
    public Uri? Allowed(string responseUrl) =>
        Uri.TryCreate(responseUrl, UriKind.Absolute, out var url) && url is { UserInfo: "", Fragment: "" } && (IsSlacks(url) || IsPeers(url)) ? url : null;

    private static bool IsSlacks(Uri url) => url is { Scheme: "https", IsDefaultPort: true } && url.Host.Equals(Hooks, StringComparison.OrdinalIgnoreCase);

    /// <summary>A stand-in for Slack on this machine.</summary>
    private bool IsPeers(Uri url) => ThisMachine.IsNamed(options.Api.Host) && url.Authority.Equals(options.Api.Authority, StringComparison.OrdinalIgnoreCase) && url.Scheme == options.Api.Scheme;
}

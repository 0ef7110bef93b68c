using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Slack.Packaging;

/// <summary>Every address is one where SurvBot listens: with another one Slack takes the manifest, and then nothing comes.</summary>
internal static class AddressRules
{
    private const string Redirects = "oauth_config.redirect_urls";

    public static IEnumerable<ManifestFault> Check(JsonElement manifest, string host) =>
    [
        .. CheckMode(manifest),
        .. CheckAddress(manifest.At("features").Items("slash_commands").Select((command, index) => ($"features.slash_commands[{index}].url", command.Member("url"))), host, SlackApp.CommandsPath),
        .. CheckAddress(RedirectsOf(manifest), host, SlackApp.OAuthPath),
        .. CheckAddress([("settings.event_subscriptions.request_url", manifest.At("settings.event_subscriptions.request_url"))], host, SlackApp.EventsPath),
        .. CheckAddress([("settings.interactivity.request_url", manifest.At("settings.interactivity.request_url"))], host, SlackApp.InteractivePath),
    ];

    private static IEnumerable<ManifestFault> CheckMode(JsonElement manifest)
    {
        if (manifest.At("settings.socket_mode_enabled") is { ValueKind: JsonValueKind.True })
            yield return new("settings.socket_mode_enabled", "would keep Slack from calling the host: write false, or use --socket.");
    }

    private static IEnumerable<(string Path, JsonElement? Value)> RedirectsOf(JsonElement manifest) =>
        manifest.At("oauth_config").Items("redirect_urls") is { Count: > 0 } urls ? urls.Select((url, index) => (ManifestPath.Item(Redirects, index), (JsonElement?)url)) : [(Redirects, null)];

    private static IEnumerable<ManifestFault> CheckAddress(IEnumerable<(string Path, JsonElement? Value)> places, string host, string path)
    {
        string own = $"https://{host}{path}";
        foreach (var (place, value) in places)
            if (value is not { } given)
                yield return new(place, $"is missing: write {own}.");
            else if (given.ValueKind == JsonValueKind.String && given.GetString() is { } address && address != own)
                yield return new(place, $"{Quoted.Text(address)} is not where SurvBot listens: write {own}.");
    }
}

using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Slack.Packaging;

/// <summary>Scopes and events are those that SurvBot uses: with one less something would not work, and one more nobody should have to allow.</summary>
internal static class PermissionRules
{
    public static IEnumerable<ManifestFault> Check(JsonElement manifest, bool hearsRooms) =>
    [
        .. Compare(manifest, "oauth_config.scopes", "bot", "scope", [.. SlackApp.Scopes.Concat(hearsRooms ? SlackApp.HearingScopes : []).Select(scope => (scope.Name, scope.NeededFor))]),
        .. Compare(manifest, "settings.event_subscriptions", "bot_events", "event", [.. SlackApp.Events.Concat(hearsRooms ? SlackApp.HearingEvents : []).Select(listened => (listened.Name, listened.NeededFor))]),
    ];

    private static IEnumerable<ManifestFault> Compare(JsonElement manifest, string parent, string member, string kind, IReadOnlyList<(string Name, string NeededFor)> used)
    {
        var entries = manifest.At(parent) is { } list ? list.Entries(member, parent).ToList() : [];
        foreach (var (name, neededFor) in used.Where(own => entries.All(entry => entry.Text != own.Name)))
            yield return new($"{parent}.{member}", $"lacks {Quoted.Text(name)}, which {neededFor} needs: add it.");
        foreach (var (path, text) in entries.Where(entry => used.All(own => own.Name != entry.Text)))
            yield return new(path, $"{Quoted.Text(text)} is no {kind} that SurvBot uses: {FixOf(text, used.Select(own => own.Name))}");
        foreach (var fault in ManifestReading.Doubles(entries))
            yield return fault;
    }

    private static string FixOf(string text, IEnumerable<string> used) =>
        SlackApp.HearingScopes.Any(scope => scope.Name == text) || SlackApp.HearingEvents.Any(listened => listened.Name == text) ? "take it out, or use --hear-rooms to have questions answered that mention nobody."
        : Spelling.Nearest(text, used) is { } meant ? $"did you mean {Quoted.Text(meant)}?"
        : "take it out.";
}

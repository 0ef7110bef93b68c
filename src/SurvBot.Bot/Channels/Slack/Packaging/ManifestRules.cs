using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Slack.Packaging;

/// <summary>What must hold in a manifest beside its schema: what Slack refuses all the same, and what SurvBot needs.</summary>
internal static class ManifestRules
{
    /// <summary>Everything that is wrong but addresses, which Socket Mode has none of.</summary>
    public static IEnumerable<ManifestFault> Check(JsonElement manifest, bool hearsRooms) =>
    [
        .. CheckFrame(manifest),
        .. AgentRules.Check(manifest),
        .. ActionRules.Check(manifest),
        .. PermissionRules.Check(manifest, hearsRooms),
        .. UnservedRules.Check(manifest),
    ];

    private static IEnumerable<ManifestFault> CheckFrame(JsonElement manifest)
    {
        if (manifest.At("_metadata.major_version") is { ValueKind: JsonValueKind.Number } version && version.GetRawText() is not ("1" or "2"))
            yield return new("_metadata.major_version", $"{version.GetRawText()} is another version than this SurvBot checks by: write 2, or leave it out.");
        foreach (var (path, text) in ManifestPath.Texts(manifest))
            if (string.IsNullOrWhiteSpace(text))
                yield return new(path, "is empty: write a text.");
            else if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
                yield return new(path, $"{Quoted.Text(text)} is not encrypted: write an address that begins with https://.");
    }
}

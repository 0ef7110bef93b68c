using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>Puts an admin's values into the manifest and its translations.</summary>
internal static class ManifestTemplate
{
    private static readonly string[] Names = ["TEAMS_APP_ID", "BOT_ID", "BOT_DOMAIN", "APP_VERSION"];

    /// <summary>Replaces ${{NAME}} wherever a text has it.</summary>
    public static void Fill(JsonObject file, TeamsPackageOptions options) => Placeholders.Fill(file, name => name switch
    {
        "TEAMS_APP_ID" => options.TeamsAppId ?? options.AppId,
        "BOT_ID" => options.AppId,
        "BOT_DOMAIN" => options.Host,
        "APP_VERSION" => options.Version,
        _ => null,
    });

    /// <summary>Has Teams ask about links to <paramref name="domains"/>; false when the manifest has nothing that could be asked.</summary>
    public static bool TryAddLinks(JsonObject manifest, IReadOnlyList<string> domains)
    {
        if (manifest["composeExtensions"] is not JsonArray { Count: > 0 } extensions || extensions[0] is not JsonObject extension)
            return false;
        extension["messageHandlers"] = new JsonArray(new JsonObject
        {
            ["type"] = "link",
            ["value"] = new JsonObject { ["domains"] = new JsonArray([.. domains.Distinct(StringComparer.OrdinalIgnoreCase).Select(domain => (JsonNode)domain)]) },
        });
        return true;
    }

    /// <summary>Places where something was to be filled in and was not.</summary>
    public static IEnumerable<ManifestFault> LeftOpen(JsonElement manifest) => Placeholders.LeftOpen(manifest, Names);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>Puts an admin's values into the manifest and its translations.</summary>
internal static partial class ManifestTemplate
{
    /// <summary>Replaces ${{NAME}} wherever a text has it; names that are not known stay, and are a fault of the result.</summary>
    public static void Fill(JsonObject file, TeamsPackageOptions options)
    {
        string? Value(string name) => name switch
        {
            "TEAMS_APP_ID" => options.TeamsAppId ?? options.AppId,
            "BOT_ID" => options.AppId,
            "BOT_DOMAIN" => options.Host,
            "APP_VERSION" => options.Version,
            _ => null,
        };
        foreach (var text in Texts(file).ToList())
            if (Placeholder().Replace(text.GetValue<string>(), match => Value(match.Groups["name"].Value) ?? match.Value) is var filled && filled != text.GetValue<string>())
                text.ReplaceWith(filled);
    }

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
    public static IEnumerable<ManifestFault> LeftOpen(JsonElement manifest) => ManifestPath.Texts(manifest)
        .Where(text => Remains().IsMatch(text.Text))
        .Select(text => new ManifestFault(text.Path, $"{Remains().Match(text.Text).Value} is not known: use ${{{{TEAMS_APP_ID}}}}, ${{{{BOT_ID}}}}, ${{{{BOT_DOMAIN}}}} or ${{{{APP_VERSION}}}}, or write the value."));

    private static IEnumerable<JsonValue> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value],
        _ => [],
    };

    [GeneratedRegex(@"\$\{\{\s*(?<name>\w+)\s*\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\$?\{\{[^}]*\}{0,2}")]
    private static partial Regex Remains();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>Swaps the manifest's own texts for a translation's, so that another language becomes the one that everybody else sees.</summary>
internal static partial class Translation
{
    private const string Schema = "$schema";

    /// <summary>Writes the texts of <paramref name="translation"/> into the manifest; gives what stood there, as a translation of its own.</summary>
    public static JsonObject Swap(JsonNode manifest, JsonObject translation)
    {
        var before = new JsonObject { [Schema] = translation[Schema]?.DeepClone() };
        foreach (var (key, text) in translation.Where(entry => entry.Key != Schema))
            if (Find(manifest, key) is JsonValue place)
            {
                before[key] = place.DeepClone();
                place.ReplaceWith(text?.DeepClone());
            }
        return before;
    }

    /// <summary>Keys of <paramref name="translation"/> for which the manifest has no text.</summary>
    public static IEnumerable<string> Stale(JsonElement manifest, JsonElement translation)
    {
        var known = ManifestPath.Texts(manifest).Select(text => text.Path).ToHashSet(StringComparer.Ordinal);
        return translation.EnumerateObject().Select(entry => entry.Name).Where(key => key is not (Schema or "localizationKeys") && !known.Contains(key));
    }

    private static JsonNode? Find(JsonNode manifest, string key) => Step().Matches(key).Aggregate<Match, JsonNode?>(manifest, (place, step) => (place, step.Groups["index"]) switch
    {
        (JsonArray items, { Success: true, ValueSpan: var digits }) when int.TryParse(digits, out int index) && index < items.Count => items[index],
        (JsonObject members, { Success: false }) => members[step.Value],
        _ => null,
    });

    [GeneratedRegex(@"\[(?<index>\d+)\]|[^.\[\]]+")]
    private static partial Regex Step();
}

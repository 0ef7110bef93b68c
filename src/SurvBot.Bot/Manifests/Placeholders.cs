using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SurvBot.Bot.Manifests;

/// <summary>Puts an admin's values where a file has ${{NAME}}.</summary>
internal static partial class Placeholders
{
    /// <summary>Replaces them wherever a text has one; names without a value stay, and are a fault of the result.</summary>
    public static void Fill(JsonNode file, Func<string, string?> valueOf)
    {
        foreach (var text in Texts(file).ToList())
            if (Placeholder().Replace(text.GetValue<string>(), match => valueOf(match.Groups["name"].Value) ?? match.Value) is var filled && filled != text.GetValue<string>())
                text.ReplaceWith(filled);
    }

    /// <summary>Places where something was to be filled in and was not.</summary>
    public static IEnumerable<ManifestFault> LeftOpen(JsonElement file, IReadOnlyList<string> known) => ManifestPath.Texts(file)
        .Where(text => Remains().IsMatch(text.Text))
        .Select(text => new ManifestFault(text.Path, $"{Remains().Match(text.Text).Value} is not known: {Listed(known)}write the value."));

    private static string Listed(IReadOnlyList<string> known) => known.Count == 0 ? "" : $"use {string.Join(" or ", known.Select(name => $"${{{{{name}}}}}"))}, or ";

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

using System.Text.Json;

namespace SurvBot.Bot.Manifests;

/// <summary>Looks into a manifest that may be wrong anywhere: what is not there, or of another kind, is nothing.</summary>
internal static class ManifestReading
{
    public static JsonElement? Member(this JsonElement? value, string name) => value is { ValueKind: JsonValueKind.Object } some && some.TryGetProperty(name, out var member) ? member : null;

    public static JsonElement? Member(this JsonElement value, string name) => ((JsonElement?)value).Member(name);

    public static string? Text(this JsonElement? value, string name) => value.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static string? Text(this JsonElement value, string name) => ((JsonElement?)value).Text(name);

    public static IReadOnlyList<JsonElement> Items(this JsonElement? value, string name) => value.Member(name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    public static IReadOnlyList<JsonElement> Items(this JsonElement value, string name) => ((JsonElement?)value).Items(name);

    /// <summary>What stands at a path of members, such as "settings.interactivity".</summary>
    public static JsonElement? At(this JsonElement value, string path) => path.Split('.').Aggregate((JsonElement?)value, (place, name) => place.Member(name));

    /// <summary>The texts of a list; what is no text is left out.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement value, string name) => [.. value.Items(name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];

    /// <summary>The entries of a list that stand there a second time, with their paths.</summary>
    public static IEnumerable<ManifestFault> Doubles(IEnumerable<(string Path, string Text)> entries, string fix = "stands there twice: take one out.") => entries
        .GroupBy(entry => entry.Text, StringComparer.OrdinalIgnoreCase)
        .SelectMany(same => same.Skip(1))
        .Select(entry => new ManifestFault(entry.Path, $"{Quoted.Text(entry.Text)} {fix}"));

    /// <summary>Entries of a list of texts with their paths.</summary>
    public static IEnumerable<(string Path, string Text)> Entries(this JsonElement value, string name, string path) =>
        value.Texts(name).Select((text, index) => (ManifestPath.Item(ManifestPath.Member(path, name), index), text));
}

using System.Text.Json;

namespace SurvBot.Acceptance;

/// <summary>Reads JSON that may lack what is looked for.</summary>
internal static class JsonReading
{
    public static string? TextOf(this JsonElement json, string name) => json.At(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static int? NumberOf(this JsonElement json, string name) => json.At(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) => json.At(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static JsonElement? At(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;

    /// <summary>Every string in it, with the names that lead there: "entities.citation.appearance.name".</summary>
    public static IEnumerable<(string Path, string Text)> Strings(this JsonElement json, string path = "") => json.ValueKind switch
    {
        JsonValueKind.String => [(path, json.GetString()!)],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => item.Strings(path)),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.Value.Strings(path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        _ => [],
    };
}

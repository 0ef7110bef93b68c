using System.Text.Json;

namespace SurvBot.Corpus.Feeds.Json;

/// <summary>Looks into JSON that may have anything anywhere.</summary>
internal static class JsonText
{
    /// <summary>A member as text, also where it is a number; null for anything else.</summary>
    public static string? Text(this JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) ? value.Text() : null;

    /// <summary>The value as text, also where it is a number; null for anything else.</summary>
    public static string? Text(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>A member's elements; none where it is no array.</summary>
    public static IEnumerable<JsonElement> Array(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}

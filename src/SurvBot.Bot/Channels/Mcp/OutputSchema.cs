using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurvBot.Bot.Channels.Mcp;

/// <summary>Says of a result what the answer contract's JSON does: absent parts are left out, dates and ids are text.</summary>
/// <remarks>The library derives a schema from types alone. The protocol's TypeScript SDK refuses a result that does not fit it, and every tool of a list with a "true" in it.</remarks>
internal static class OutputSchema
{
    private static readonly string[] Constraints = ["type", "enum", "$ref", "anyOf"];

    public static JsonElement Of(JsonElement derived)
    {
        var schema = JsonNode.Parse(derived.GetRawText())!;
        Correct(schema);
        return JsonSerializer.SerializeToElement(schema);
    }

    private static void Correct(JsonNode? node)
    {
        if (node is JsonObject { } schema && schema["properties"] is JsonObject properties)
        {
            if (schema["required"] is JsonArray required)
                schema["required"] = new JsonArray([.. required.Select(name => (string)name!).Where(name => IsAlwaysThere(properties[name])).Select(name => JsonValue.Create(name))]);
            foreach (string name in properties.Select(property => property.Key).ToList())
                properties[name] = Typed(properties[name]);
        }
        foreach (var part in node switch { JsonObject members => [.. members.Select(member => member.Value)], JsonArray items => items.ToList(), _ => [] })
            Correct(part);
    }

    /// <summary>Whether null, which is left out, cannot be the value; of a date it may be.</summary>
    private static bool IsAlwaysThere(JsonNode? property) => !IsUntyped(property)
        && !(property!["type"] is JsonArray types && types.Any(type => (string?)type == "null")) && !(property["enum"] is JsonArray values && values.Contains(null));

    /// <summary>What has a converter of its own has no type: all of these write text.</summary>
    private static JsonNode Typed(JsonNode? property)
    {
        if (!IsUntyped(property))
            return property!.DeepClone();
        var typed = property is JsonObject described ? (JsonObject)described.DeepClone() : [];
        typed["type"] = "string";
        return typed;
    }

    private static bool IsUntyped(JsonNode? property) => property is not JsonObject schema || !Constraints.Any(schema.ContainsKey);
}

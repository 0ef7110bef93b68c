using System.Text.Json;

namespace SurvBot.Bot.Channels;

/// <summary>Reads single members of JSON that anybody may have written.</summary>
internal static class Member
{
    /// <summary>The member at the end of a path; null where there is none.</summary>
    public static JsonElement? At(JsonElement? json, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
            json = json is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) ? child : null;
        return json;
    }

    /// <summary>The string at the end of a path; null where there is none.</summary>
    public static string? Text(JsonElement? json, params ReadOnlySpan<string> path)
    {
        if (At(json, path) is not { ValueKind: JsonValueKind.String } text)
            return null;
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no text.
            return null;
        }
    }
}

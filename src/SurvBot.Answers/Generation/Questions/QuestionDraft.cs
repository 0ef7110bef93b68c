using System.Text.Json;

namespace SurvBot.Answers.Generation.Questions;

/// <summary>What a model makes of a question; nothing of it is checked yet.</summary>
internal sealed record QuestionDraft(string Standalone, IReadOnlyList<string> Searches, string? Language)
{
    /// <summary>Reads it wherever it stands in a model's words; null where it does not.</summary>
    public static QuestionDraft? Read(string text)
    {
        int start = text.IndexOf('{'), end = text.LastIndexOf('}');
        if (start < 0 || end < start)
            return null;
        try
        {
            using var json = JsonDocument.Parse(text.AsMemory(start, end - start + 1), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Text(json.RootElement, "standalone") is { } standalone ? new QuestionDraft(standalone, Texts(json.RootElement, "searches"), Text(json.RootElement, "language")) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && Readable(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static List<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(Readable).OfType<string>().Select(text => text.Trim()).Where(text => text.Length > 0)]
            : [];

    // "\ud800" by itself is JSON and no text.
    private static string? Readable(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

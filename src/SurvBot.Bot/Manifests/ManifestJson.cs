using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurvBot.Bot.Manifests;

/// <summary>JSON as a person reads it: indented, letters of every language as they are, the same bytes on every system.</summary>
internal static class ManifestJson
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonObject json) => [.. JsonSerializer.SerializeToUtf8Bytes(json, Written), (byte)'\n'];
}

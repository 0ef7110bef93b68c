using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurvBot.Bot.Manifests;

/// <summary>A manifest and the files that belong to it; what cannot be read is added to the faults.</summary>
internal sealed class ManifestFolder(string path, ICollection<ManifestFault> faults)
{
    private const int MostBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The file's bytes.</summary>
    /// <param name="field">The field that names the file, for the fault.</param>
    /// <param name="name">The file's name, which must lie in the folder itself or below.</param>
    public byte[]? Read(string field, string name)
    {
        if (!IsInside(name))
            return Refuse<byte[]>(field, $"{Quoted.Text(name)} is not inside the package: write a file's name such as color.png.");
        var file = new FileInfo(Path.Combine(path, name));
        if (!file.Exists)
            return Refuse<byte[]>(field, $"there is no file {name} in {path}: put it there, or correct the name.");
        return file.Length <= MostBytes ? File.ReadAllBytes(file.FullName) : Refuse<byte[]>(field, $"{name} has {file.Length} bytes: make it smaller than 1 MB.");
    }

    /// <summary>The file as a JSON object.</summary>
    public JsonObject? ReadJson(string field, string name)
    {
        if (Read(field, name) is not { } file)
            return null;
        try
        {
            return JsonNode.Parse(file.AsSpan().StartsWith("\uFEFF"u8) ? file.AsSpan(3) : file, documentOptions: Strict) as JsonObject ?? Refuse<JsonObject>(field, $"{name} is no JSON object: begin it with {{.");
        }
        catch (JsonException fault)
        {
            return Refuse<JsonObject>(field, $"{name} is not valid JSON, line {(fault.LineNumber ?? 0) + 1}: correct it ({fault.Message.Split(". Path:")[0].Split(" LineNumber:")[0].TrimEnd('.')}).");
        }
    }

    private static bool IsInside(string name) =>
        name.Length > 0 && !name.Contains('\\') && !name.Contains(':') && !name.StartsWith('/') && name.Split('/').All(part => part is not ("" or "." or "..")) && !name.Any(char.IsControl);

    private T? Refuse<T>(string field, string fix)
        where T : class
    {
        faults.Add(new ManifestFault(field, fix));
        return null;
    }
}

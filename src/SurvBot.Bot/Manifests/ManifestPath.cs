using System.Text.Json;

namespace SurvBot.Bot.Manifests;

/// <summary>Names of fields as Microsoft's localization files write them: "bots[0].commandLists[1].scopes".</summary>
internal static class ManifestPath
{
    public static string Member(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    public static string Item(string path, int index) => $"{path}[{index}]";

    /// <summary>Every text below <paramref name="value"/> with its path, in the order of the file.</summary>
    public static IEnumerable<(string Path, string Text)> Texts(JsonElement value, string path = "") => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value, Member(path, member.Name))),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Texts(item, Item(path, index))),
        JsonValueKind.String => [(path, value.GetString()!)],
        _ => [],
    };
}

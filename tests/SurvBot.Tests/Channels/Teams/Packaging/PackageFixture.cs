using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Teams.Packaging;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Channels.Teams.Packaging;

/// <summary>A copy of the manifest's folder that a test may spoil; gone after the test.</summary>
internal sealed class PackageFixture : IDisposable
{
    public const string AppId = "11111111-2222-4333-8444-555555555555";

    public PackageFixture()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "manifests", "teams")))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("survbot-").FullName;

    /// <summary>Good ones.</summary>
    public TeamsPackageOptions Options => new() { Folder = Folder, AppId = AppId, Host = "survbot.example.org", Version = "1.2.3" };

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    public void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, name), bytes);

    /// <summary>Changes a JSON file.</summary>
    public void Edit(string name, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(Read(name))!;
        change(json);
        Write(name, json.ToJsonString());
    }

    public IReadOnlyList<string> Faults(TeamsPackageOptions? options = null) => TeamsPackage.Build(options ?? Options).Faults;

    /// <summary>A file out of the package that the options give.</summary>
    public static JsonElement Json(TeamsPackage package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package.ToZip()));
        using var stream = zip.GetEntry(name)!.Open();
        return JsonElement.Parse(new StreamReader(stream).ReadToEnd());
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Packaging;
using SurvBot.Tests.Architecture;

namespace SurvBot.Tests.Channels.Slack.Packaging;

/// <summary>A copy of the manifest that a test may spoil; gone after the test.</summary>
internal sealed class SlackPackageFixture : IDisposable
{
    public const string Host = "survbot.example.org";

    private readonly string folder = Directory.CreateTempSubdirectory("survbot-").FullName;

    public SlackPackageFixture() => Write(Repository.Read("manifests/slack/manifest.json"));

    public string File => Path.Combine(folder, "manifest.json");

    /// <summary>Good ones.</summary>
    public SlackPackageOptions Options => new() { ManifestFile = File, Host = Host };

    /// <summary>Good ones for a bot without an address.</summary>
    public SlackPackageOptions Socket => new() { ManifestFile = File, IsSocketMode = true };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public void Write(string text) => System.IO.File.WriteAllText(File, text);

    public void Edit(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        change(json);
        Write(json.ToJsonString());
    }

    public IReadOnlyList<string> Faults(SlackPackageOptions? options = null) => SlackPackage.Build(options ?? Options).Faults;

    /// <summary>The manifest that the options give.</summary>
    public JsonElement Manifest(SlackPackageOptions? options = null) => JsonElement.Parse(SlackPackage.Build(options ?? Options).ToJson());
}

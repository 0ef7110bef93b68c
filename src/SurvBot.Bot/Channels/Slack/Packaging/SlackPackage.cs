using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Slack.Packaging;

/// <summary>The manifest that an admin pastes into Slack, or what keeps it from being one.</summary>
public sealed class SlackPackage
{
    private const string Domain = "BOT_DOMAIN";

    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.Load("Slack.manifest.schema.json"));

    private readonly SlackPackageOptions options;
    private readonly List<ManifestFault> faults = [];
    private byte[] file = [];

    private SlackPackage(SlackPackageOptions options) => this.options = options;

    /// <summary>What Slack would refuse, a line each that names the field and the fix. Nothing was built unless it is empty.</summary>
    public IReadOnlyList<string> Faults => [.. faults.Distinct().Select(fault => fault.ToString())];

    /// <summary>The manifest as a file.</summary>
    public byte[] ToJson() => faults.Count == 0 ? file : throw new InvalidOperationException("a manifest with faults is not written");

    /// <summary>Puts the values into the manifest and checks it.</summary>
    public static SlackPackage Build(SlackPackageOptions options)
    {
        var package = new SlackPackage(options);
        package.Build();
        return package;
    }

    private void Build()
    {
        string path = Path.GetFullPath(options.ManifestFile), name = Path.GetFileName(path);
        if (new ManifestFolder(Path.GetDirectoryName(path)!, faults).ReadJson(name, name) is not { } manifest)
            return;
        if (options.IsSocketMode)
            SocketMode.Apply(manifest);
        if (options.HearsRooms)
            HearingRooms.Apply(manifest);
        Placeholders.Fill(manifest, placeholder => placeholder == Domain ? options.Host : null);
        file = ManifestJson.Write(manifest);
        var written = JsonElement.Parse(file);
        faults.AddRange([.. Placeholders.LeftOpen(written, options.Host is null ? [] : [Domain]), .. Schema.Value.Check(written), .. ManifestRules.Check(written, options.HearsRooms)]);
        if (!options.IsSocketMode)
            faults.AddRange(AddressRules.Check(written, options.Host ?? ""));
    }
}

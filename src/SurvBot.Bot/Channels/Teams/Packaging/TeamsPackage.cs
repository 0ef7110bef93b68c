using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>An app package for Teams: a zip with the manifest, its icons and translations, or what keeps it from being one.</summary>
/// <remarks>Equal options and files give equal bytes, so that an admin can see whether anything changed.</remarks>
public sealed class TeamsPackage
{
    private const string ManifestName = "manifest.json";

    private static readonly Lazy<JsonSchema> ManifestSchema = new(() => JsonSchema.Load("MicrosoftTeams.schema.json"));
    private static readonly Lazy<JsonSchema> TranslationSchema = new(() => JsonSchema.Load("MicrosoftTeams.Localization.schema.json"));

    private readonly TeamsPackageOptions options;
    private readonly ManifestFolder folder;
    private readonly List<ManifestFault> faults = [];
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    private TeamsPackage(TeamsPackageOptions options) => (this.options, folder) = (options, new ManifestFolder(options.Folder, faults));

    /// <summary>What Teams would refuse, a line each that names the field and the fix. Nothing was built unless it is empty.</summary>
    public IReadOnlyList<string> Faults => [.. faults.Distinct().Select(fault => fault.ToString())];

    /// <summary>The names of the files inside, in their order.</summary>
    public IReadOnlyList<string> Files => [.. files.Keys];

    /// <summary>The zip file.</summary>
    public byte[] ToZip() => faults.Count == 0 ? PackageZip.Write(files) : throw new InvalidOperationException("a package with faults is not written");

    /// <summary>Puts the values into the manifest of the folder and checks everything that goes into the package.</summary>
    public static TeamsPackage Build(TeamsPackageOptions options)
    {
        var package = new TeamsPackage(options);
        package.Build();
        return package;
    }

    private void Build()
    {
        if (folder.ReadJson(ManifestName, ManifestName) is not { } manifest)
            return;
        ManifestTemplate.Fill(manifest, options);
        var translations = ReadTranslations(manifest);
        if (options.Language is { } language)
            MakeDefault(language, manifest, translations);
        if (options.LinkDomains.Count > 0 && !ManifestTemplate.TryAddLinks(manifest, options.LinkDomains))
            faults.Add(new("--link-domain", "needs an entry in composeExtensions, which the manifest lacks: add one, or leave the option out."));
        var checkedManifest = Add(ManifestName, manifest);
        faults.AddRange(ManifestTemplate.LeftOpen(checkedManifest));
        faults.AddRange(ManifestSchema.Value.Check(checkedManifest));
        faults.AddRange(ManifestRules.Check(checkedManifest, options.AppId));
        AddIcons(checkedManifest);
        foreach (var (name, translation) in translations)
            AddTranslation(name, translation, checkedManifest);
    }

    private Dictionary<string, JsonObject> ReadTranslations(JsonObject manifest)
    {
        var translations = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var languages = JsonSerializer.SerializeToElement(manifest).Member("localizationInfo");
        foreach (var (path, name) in languages.Items("additionalLanguages").Select((language, index) => ($"localizationInfo.additionalLanguages[{index}].file", language.Text("file"))).Append(("localizationInfo.defaultLanguageFile", languages.Text("defaultLanguageFile"))))
            if (name is not null && folder.ReadJson(path, name) is { } translation)
            {
                ManifestTemplate.Fill(translation, options);
                translations[name] = translation;
            }
        return translations;
    }

    /// <summary>The manifest's own texts change places with those of <paramref name="language"/>.</summary>
    private void MakeDefault(string language, JsonObject manifest, Dictionary<string, JsonObject> translations)
    {
        if (manifest["localizationInfo"] is not JsonObject languages || languages["defaultLanguageTag"]?.GetValue<string>() is not { } before)
            faults.Add(new("--language", "needs localizationInfo in the manifest: add it, or leave the option out."));
        else if (!language.Equals(before, StringComparison.OrdinalIgnoreCase))
        {
            var entry = (languages["additionalLanguages"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(other => language.Equals(other["languageTag"]?.GetValue<string>(), StringComparison.OrdinalIgnoreCase));
            if (entry?["file"]?.GetValue<string>() is not { } file || !translations.Remove(file, out var translation))
            {
                faults.Add(new("--language", $"{Quoted.Text(language)} is not in the package: write {string.Join(" or ", Tags(languages).Prepend(before))}, or add its translation to localizationInfo."));
                return;
            }
            (languages["defaultLanguageTag"], entry["languageTag"], entry["file"]) = (entry["languageTag"]!.DeepClone(), before, $"{before}.json");
            translations[$"{before}.json"] = Translation.Swap(manifest, translation);
        }
    }

    private static IEnumerable<string> Tags(JsonObject languages) => JsonSerializer.SerializeToElement(languages).Items("additionalLanguages").Select(language => language.Text("languageTag") ?? "");

    private void AddIcons(JsonElement manifest)
    {
        foreach (string icon in (string[])["color", "outline", "color32x32"])
            if (manifest.Member("icons").Text(icon) is { } name && folder.Read($"icons.{icon}", name) is { } file)
            {
                faults.AddRange(IconRules.Check($"icons.{icon}", name, file));
                files[name] = file;
            }
    }

    private void AddTranslation(string name, JsonObject translation, JsonElement manifest)
    {
        var texts = Add(name, translation);
        faults.AddRange(TranslationSchema.Value.Check(texts).Concat(ManifestTemplate.LeftOpen(texts)).Select(fault => fault with { Field = $"{name}: {fault.Field}" }));
        faults.AddRange(Translation.Stale(manifest, texts).Select(key => new ManifestFault($"{name}: {key}", "the manifest has no such text: take the line out, or name the text that is meant.")));
    }

    private JsonElement Add(string name, JsonObject json)
    {
        byte[] file = ManifestJson.Write(json);
        files[name] = file;
        return JsonElement.Parse(file);
    }
}

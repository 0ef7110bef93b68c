using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>What must hold in a manifest beside its schema: what Teams refuses all the same, and what SurvBot needs.</summary>
internal static class ManifestRules
{
    public const string Schema = "https://developer.microsoft.com/json-schemas/teams/v1.28/MicrosoftTeams.schema.json";

    private static readonly string[] Texts = ["name.short", "description.short", "description.full", "developer.name"];
    private static readonly string[] Addresses = ["developer.websiteUrl", "developer.privacyUrl", "developer.termsOfUseUrl"];

    /// <summary>Everything that is wrong, in the order of the manifest.</summary>
    public static IEnumerable<ManifestFault> Check(JsonElement manifest, string botId) =>
    [
        .. CheckFrame(manifest),
        .. CheckLanguages(manifest),
        .. BotRules.Check(manifest, botId),
        .. ComposeExtensionRules.Check(manifest, botId),
        .. CheckAgents(manifest, botId),
        .. CheckInstallation(manifest),
        .. CheckPermissions(manifest),
        .. CheckDomains(manifest),
    ];

    private static IEnumerable<ManifestFault> CheckFrame(JsonElement manifest)
    {
        if (manifest.Text("$schema") != Schema)
            yield return new("$schema", $"names another schema than this SurvBot checks by: write \"{Schema}\".");
        if (manifest.Text("version") is { } version && !AppVersion.IsValid(version))
            yield return new("version", AppVersion.Fix(version));
        if (manifest.Text("id") is { } id && IsEmptyId(id))
            yield return new("id", "is the empty GUID: write the app's own.");
        foreach (string path in Texts)
            if (TextAt(manifest, path) is { } text && string.IsNullOrWhiteSpace(text))
                yield return new(path, "is empty: write a text.");
        foreach (string path in Addresses)
            if (TextAt(manifest, path) is { } address && Fault(address) is { } fault)
                yield return new(path, fault);
    }

    private static IEnumerable<ManifestFault> CheckLanguages(JsonElement manifest)
    {
        var languages = manifest.Member("localizationInfo");
        var tags = languages.Items("additionalLanguages").Select((language, index) => (Path: $"localizationInfo.additionalLanguages[{index}].languageTag", Tag: language.Text("languageTag") ?? ""));
        return ManifestReading.Doubles(tags.Prepend(("localizationInfo.defaultLanguageTag", languages.Text("defaultLanguageTag") ?? "")).Where(tag => tag.Item2.Length > 0));
    }

    private static IEnumerable<ManifestFault> CheckAgents(JsonElement manifest, string botId)
    {
        var agents = manifest.Member("copilotAgents").Items("customEngineAgents");
        var bot = manifest.Items("bots").Cast<JsonElement?>().FirstOrDefault();
        for (int index = 0; index < agents.Count; index++)
        {
            string path = $"copilotAgents.customEngineAgents[{index}]";
            if (agents[index].Text("id") is { } id && !id.Equals(bot.Text("botId") ?? botId, StringComparison.OrdinalIgnoreCase))
                yield return new($"{path}.id", $"{Quoted.Text(id)} is not the bot's id: write that of bots[0].botId.");
            if (bot is { } some && !some.Texts("scopes").Contains("personal"))
                yield return new("bots[0].scopes", "lack \"personal\", which a custom engine agent needs: add it.");
            if (agents[index].Member("disclaimer").Text("text") is { } text && string.IsNullOrWhiteSpace(text))
                yield return new($"{path}.disclaimer.text", "is empty: write a text or take the disclaimer out.");
        }
        if (agents.Count == 0 && bot is { } alone && alone.Texts("scopes").Contains("copilot"))
            yield return new("copilotAgents", "is missing though bots[0].scopes has \"copilot\": add customEngineAgents, or take the scope out.");
    }

    private static IEnumerable<ManifestFault> CheckInstallation(JsonElement manifest)
    {
        var scopes = manifest.Items("bots").SelectMany(bot => bot.Texts("scopes")).ToHashSet(StringComparer.Ordinal);
        if (scopes.Count == 0)
            yield break;
        if (manifest.Text("defaultInstallScope") is { } scope && scope != "meetings" && !scopes.Contains(scope))
            yield return new("defaultInstallScope", $"{Quoted.Text(scope)} is none of the bot's scopes: write {string.Join(" or ", scopes.Order())}.");
        foreach (var (member, needed) in new[] { ("team", "team"), ("groupchat", "groupChat") })
            if (manifest.Member("defaultGroupCapability").Text(member) == "bot" && !scopes.Contains(needed))
                yield return new($"defaultGroupCapability.{member}", $"names the bot, which has no scope {Quoted.Text(needed)}: add the scope or take this out.");
    }

    private static IEnumerable<ManifestFault> CheckPermissions(JsonElement manifest)
    {
        foreach (var fault in ManifestReading.Doubles(manifest.Entries("permissions", "")))
            yield return fault;
        if (manifest.Member("authorization").Member("permissions").Items("resourceSpecific").Count > 0 && manifest.Member("webApplicationInfo").Text("id") is null)
            yield return new("webApplicationInfo.id", "is missing, which authorization.permissions.resourceSpecific needs: add the app registration's id, or take the permissions out.");
    }

    private static IEnumerable<ManifestFault> CheckDomains(JsonElement manifest) =>
        manifest.Entries("validDomains", "").Select(entry => (entry.Path, Fault: HostName.Fault(entry.Text, allowWildcard: true))).Where(entry => entry.Fault is not null)
            .Select(entry => new ManifestFault(entry.Path, entry.Fault!)).Concat(ManifestReading.Doubles(manifest.Entries("validDomains", "")));

    private static string? Fault(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps ? $"{Quoted.Text(address)} is no address that begins with https://: write one."
        : HostName.Fault(uri.Host) is { } fault ? fault : null;

    private static bool IsEmptyId(string id) => Guid.TryParse(id, out var guid) && guid == Guid.Empty;

    private static string? TextAt(JsonElement manifest, string path) => manifest.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}

using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>What must hold of the search from the compose box, and of links that SurvBot is asked about.</summary>
internal static class ComposeExtensionRules
{
    private const int MostDomains = 10;

    public static IEnumerable<ManifestFault> Check(JsonElement manifest, string botId) =>
        manifest.Items("composeExtensions").SelectMany((extension, index) => CheckExtension(extension, $"composeExtensions[{index}]", botId));

    private static IEnumerable<ManifestFault> CheckExtension(JsonElement extension, string path, string botId)
    {
        if (extension.Text("composeExtensionType") == "apiBased")
            yield return new($"{path}.composeExtensionType", "\"apiBased\" would go past the bot: write \"botBased\" or take it out.");
        else if (extension.Member("botId") is null)
            yield return new($"{path}.botId", "is missing: write ${{BOT_ID}}.");
        if (extension.Text("botId") is { } id && !id.Equals(botId, StringComparison.OrdinalIgnoreCase))
            yield return new($"{path}.botId", $"{Quoted.Text(id)} is not the id that --app-id names: write ${{{{BOT_ID}}}}.");
        var commands = extension.Items("commands");
        if (commands.Count == 0 && extension.Items("messageHandlers").Count == 0)
            yield return new($"{path}.commands", "is missing or empty: add a command, or take the extension out.");
        foreach (var fault in commands.SelectMany((command, index) => CheckCommand(command, $"{path}.commands[{index}]")))
            yield return fault;
        foreach (var fault in ManifestReading.Doubles(commands.Select((command, index) => ($"{path}.commands[{index}].id", command.Text("id") ?? ""))))
            yield return fault;
        foreach (var fault in extension.Items("messageHandlers").SelectMany((handler, index) => CheckLinks(handler, $"{path}.messageHandlers[{index}].value")))
            yield return fault;
    }

    private static IEnumerable<ManifestFault> CheckCommand(JsonElement command, string path)
    {
        foreach (string name in (string[])["id", "title"])
            if (command.Text(name) is { } text && string.IsNullOrWhiteSpace(text))
                yield return new($"{path}.{name}", "is empty: write a text.");
        foreach (var fault in ManifestReading.Doubles(command.Entries("context", path)))
            yield return fault;
        var parameters = command.Items("parameters");
        if (command.Text("type") is null or "query" && command.Member("parameters") is null)
            yield return new($"{path}.parameters", "is missing, which a search needs: add one.");
        foreach (var fault in ManifestReading.Doubles(parameters.Select((parameter, index) => ($"{path}.parameters[{index}].name", parameter.Text("name") ?? ""))))
            yield return fault;
    }

    private static IEnumerable<ManifestFault> CheckLinks(JsonElement handler, string path)
    {
        var domains = handler.Member("value")?.Entries("domains", path).ToList() ?? [];
        if (domains.Count == 0)
            yield return new($"{path}.domains", "is missing or empty: name a domain with --link-domain, or take the handler out.");
        if (domains.Count > MostDomains)
            yield return new($"{path}.domains", $"has {domains.Count} entries: Teams takes {MostDomains}, take out the others.");
        foreach (var (place, domain) in domains)
            if (HostName.Fault(domain, allowWildcard: true) is { } fault)
                yield return new(place, fault);
        foreach (var fault in ManifestReading.Doubles(domains))
            yield return fault;
    }
}

using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>What must hold of the bot in a manifest, and of the commands it offers.</summary>
internal static class BotRules
{
    public static IEnumerable<ManifestFault> Check(JsonElement manifest, string botId)
    {
        var bots = manifest.Items("bots");
        if (bots.Count == 0 && manifest.Member("bots") is not { ValueKind: not JsonValueKind.Array })
            return [new("bots", "is missing or empty: SurvBot answers as a bot, so add one.")];
        return bots.SelectMany((bot, index) => CheckBot(bot, $"bots[{index}]", botId));
    }

    private static IEnumerable<ManifestFault> CheckBot(JsonElement bot, string path, string botId)
    {
        if (bot.Text("botId") is { } id && !id.Equals(botId, StringComparison.OrdinalIgnoreCase))
            yield return new($"{path}.botId", $"{Quoted.Text(id)} is not the id that --app-id names: write ${{{{BOT_ID}}}}.");
        if (bot.Member("scopes") is { ValueKind: JsonValueKind.Array } scopes && scopes.GetArrayLength() == 0)
            yield return new($"{path}.scopes", "is empty: name one of \"personal\", \"team\", \"groupChat\" and \"copilot\".");
        foreach (var fault in ManifestReading.Doubles(bot.Entries("scopes", path)))
            yield return fault;
        if (bot.Member("isNotificationOnly") is { ValueKind: JsonValueKind.True })
            yield return new($"{path}.isNotificationOnly", "would keep people from asking: write false.");
        var lists = bot.Items("commandLists");
        foreach (var fault in ManifestReading.Doubles(lists.SelectMany((list, index) => list.Entries("scopes", $"{path}.commandLists[{index}]")), "has another list of commands already: keep one list a scope."))
            yield return fault;
        foreach (var fault in lists.SelectMany((list, index) => CheckCommands(list, $"{path}.commandLists[{index}]", bot.Texts("scopes"))))
            yield return fault;
    }

    private static IEnumerable<ManifestFault> CheckCommands(JsonElement list, string path, IReadOnlyList<string> botScopes)
    {
        foreach (var (place, scope) in list.Entries("scopes", path))
            if (!botScopes.Contains(scope))
                yield return new(place, $"{Quoted.Text(scope)} is none of the bot's scopes: take it out, or add it to bots[0].scopes.");
        if (list.Member("scopes") is { ValueKind: JsonValueKind.Array } scopes && scopes.GetArrayLength() == 0)
            yield return new($"{path}.scopes", "is empty: name a scope of the bot.");
        var commands = list.Items("commands");
        if (commands.Count == 0 && list.Member("commands") is { ValueKind: JsonValueKind.Array })
            yield return new($"{path}.commands", "is empty: add a command, or take the list out.");
        foreach (var fault in commands.SelectMany((command, index) => CheckCommand(command, $"{path}.commands[{index}]")))
            yield return fault;
        foreach (var fault in ManifestReading.Doubles(commands.Select((command, index) => ($"{path}.commands[{index}].title", command.Text("title") ?? "")).Where(title => title.Item2.Length > 0)))
            yield return fault;
    }

    private static IEnumerable<ManifestFault> CheckCommand(JsonElement command, string path)
    {
        foreach (string name in (string[])["title", "description", "prompt"])
            if (command.Text(name) is { } text && string.IsNullOrWhiteSpace(text))
                yield return new($"{path}.{name}", "is empty: write a text.");
        bool isPrompt = command.Text("type") == "prompt";
        if (isPrompt && command.Member("prompt") is null)
            yield return new($"{path}.prompt", "is missing, which a command of type \"prompt\" needs: write what is asked.");
        if (!isPrompt && command.Member("prompt") is not null)
            yield return new($"{path}.type", "must be \"prompt\" for the prompt to count: write \"type\": \"prompt\".");
    }
}

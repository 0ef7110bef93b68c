using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Slack.Packaging;

/// <summary>What must hold of the slash command and the shortcut: SurvBot's own are there, once, and no other.</summary>
internal static class ActionRules
{
    private const string Commands = "features.slash_commands", Shortcuts = "features.shortcuts";

    public static IEnumerable<ManifestFault> Check(JsonElement manifest)
    {
        IReadOnlyList<JsonElement> commands = manifest.At("features").Items("slash_commands"), shortcuts = manifest.At("features").Items("shortcuts");
        return
        [
            .. CheckNames(Commands, "command", commands, SlackApp.Command),
            .. CheckNames(Shortcuts, "callback_id", shortcuts, SlackApp.CheckClaim),
            .. commands.SelectMany((command, index) => CheckCommand(command, $"{Commands}[{index}]")),
            .. shortcuts.SelectMany((shortcut, index) => CheckShortcut(shortcut, $"{Shortcuts}[{index}]")),
        ];
    }

    private static IEnumerable<ManifestFault> CheckNames(string path, string member, IReadOnlyList<JsonElement> entries, string own)
    {
        var names = entries.Select((entry, index) => (Path: $"{path}[{index}].{member}", Text: entry.Text(member) ?? "")).Where(name => name.Text.Length > 0).ToList();
        if (names.All(name => name.Text != own))
            yield return new(path, $"lacks {Quoted.Text(own)}, which SurvBot serves: add it.");
        foreach (var (place, text) in names.Where(name => name.Text != own))
            yield return new(place, $"{Quoted.Text(text)} is none that SurvBot serves: write {Quoted.Text(own)}, or take the entry out.");
        foreach (var fault in ManifestReading.Doubles(names))
            yield return fault;
    }

    private static IEnumerable<ManifestFault> CheckCommand(JsonElement command, string path)
    {
        if (command.Member("should_escape") is { ValueKind: JsonValueKind.True })
            yield return new($"{path}.should_escape", "would have ids in questions instead of names: write false.");
    }

    private static IEnumerable<ManifestFault> CheckShortcut(JsonElement shortcut, string path)
    {
        if (shortcut.Text("type") == "global")
            yield return new($"{path}.type", "\"global\" brings no message that could be checked: write \"message\".");
    }
}

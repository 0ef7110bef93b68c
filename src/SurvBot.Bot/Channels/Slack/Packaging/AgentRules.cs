using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Slack.Packaging;

/// <summary>What must hold of SurvBot as an agent that people write to, and of what it proposes to ask.</summary>
internal static class AgentRules
{
    private static readonly (string Path, string Why)[] Needed =
    [
        ("features.bot_user", "SurvBot answers as a bot"),
        ("features.agent_view", "SurvBot is an agent, and Slack takes no new app with assistant_view"),
        ("features.agent_view.agent_description", "it tells people what they may ask"),
    ];

    private static readonly (string Path, bool Value, string Why)[] Switches =
    [
        ("features.app_home.home_tab_enabled", true, "the home tab has the settings and what is in the corpus"),
        ("features.app_home.messages_tab_enabled", true, "people write to SurvBot there"),
        ("features.app_home.messages_tab_read_only_enabled", false, "people write to SurvBot there"),
        ("settings.interactivity.is_enabled", true, "without it no button works"),
    ];

    public static IEnumerable<ManifestFault> Check(JsonElement manifest)
    {
        foreach (var (path, why) in Needed)
            if (manifest.At(path) is null)
                yield return new(path, $"is missing: add it, for {why}.");
        foreach (var (path, value, why) in Switches)
            if (manifest.At(path)?.ValueKind != (value ? JsonValueKind.True : JsonValueKind.False))
                yield return new(path, $"must be {(value ? "true" : "false")}: {why}.");
        foreach (var fault in CheckPrompts(manifest.At("features.agent_view").Items("suggested_prompts"), "features.agent_view.suggested_prompts"))
            yield return fault;
    }

    private static IEnumerable<ManifestFault> CheckPrompts(IReadOnlyList<JsonElement> prompts, string path) => ((string[])["title", "message"])
        .SelectMany(name => ManifestReading.Doubles(prompts.Select((prompt, index) => ($"{path}[{index}].{name}", prompt.Text(name) ?? "")).Where(text => text.Item2.Length > 0)));
}

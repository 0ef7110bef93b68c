using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Slack.Packaging;

/// <summary>What Slack would offer to people, or ask them to allow, though SurvBot does not serve it.</summary>
internal static class UnservedRules
{
    private static readonly string[] Unserved =
    [
        "features.assistant_view", "features.agent_view.actions", "features.functions", "features.workflow_steps", "features.unfurl_domains",
        "functions", "workflows", "datastores", "types", "outgoing_domains", "external_auth_providers", "mcp_servers",
        "oauth_config.scopes.user", "oauth_config.scopes.user_optional", "oauth_config.scopes.bot_optional",
        "settings.event_subscriptions.user_events", "settings.event_subscriptions.metadata_subscriptions", "settings.interactivity.message_menu_options_url",
        "settings.incoming_webhooks.incoming_webhooks_enabled", "settings.is_hosted", "settings.is_mcp_enabled", "settings.siws_links",
    ];

    public static IEnumerable<ManifestFault> Check(JsonElement manifest) =>
        Unserved.Where(path => manifest.At(path) is { } value && IsSomething(value)).Select(path => new ManifestFault(path, "is nothing that SurvBot serves: take it out."));

    // Slack's own export of a manifest lists what is switched off, too.
    private static bool IsSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.False or JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        _ => true,
    };
}

using System.Text.Json.Nodes;

namespace SurvBot.Bot.Channels.Slack.Packaging;

/// <summary>Changes a manifest for a bot that Slack cannot call: it opens the connection itself.</summary>
internal static class SocketMode
{
    /// <summary>Takes the addresses out, which would be another host's or nobody's, and switches Socket Mode on.</summary>
    public static void Apply(JsonObject manifest)
    {
        var (settings, oauth) = (manifest["settings"] as JsonObject, manifest["oauth_config"] as JsonObject);
        (settings?["event_subscriptions"] as JsonObject)?.Remove("request_url");
        (settings?["interactivity"] as JsonObject)?.Remove("request_url");
        oauth?.Remove("redirect_urls");
        foreach (var command in ((manifest["features"] as JsonObject)?["slash_commands"] as JsonArray ?? []).OfType<JsonObject>())
            command.Remove("url");
        settings?["socket_mode_enabled"] = true;
    }
}

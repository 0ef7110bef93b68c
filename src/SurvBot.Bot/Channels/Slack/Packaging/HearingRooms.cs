using System.Text.Json.Nodes;

namespace SurvBot.Bot.Channels.Slack.Packaging;

/// <summary>Changes a manifest for a bot that hears in its rooms what does not mention it, which people have to be told.</summary>
internal static class HearingRooms
{
    private const string
        Deaf = "It reads only what is addressed to it.",
        Hearing = "It is sent whatever is written in rooms that it was added to, answers only what is addressed to it unless a room has chosen otherwise, and keeps nothing else.";

    public static void Apply(JsonObject manifest)
    {
        Add((manifest["oauth_config"] as JsonObject)?["scopes"] as JsonObject, "bot", SlackApp.HearingScopes.Select(scope => scope.Name));
        Add((manifest["settings"] as JsonObject)?["event_subscriptions"] as JsonObject, "bot_events", SlackApp.HearingEvents.Select(listened => listened.Name));
        if (manifest["display_information"] is JsonObject shown && shown["long_description"] is JsonValue value && value.TryGetValue(out string? text))
            shown["long_description"] = text.Replace(Deaf, Hearing, StringComparison.Ordinal);
    }

    // A manifest of one's own may have them already.
    private static void Add(JsonObject? parent, string member, IEnumerable<string> names)
    {
        if (parent?[member] is not JsonArray list)
            return;
        foreach (string name in names.Where(name => list.All(entry => entry?.ToJsonString() != $"\"{name}\"")))
            list.Add((JsonNode)name);
    }
}

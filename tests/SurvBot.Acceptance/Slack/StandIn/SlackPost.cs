using System.Text.Json;

namespace SurvBot.Acceptance.Slack.StandIn;

/// <summary>A message as it stands in a room.</summary>
/// <param name="Ts">Slack's name for it.</param>
/// <param name="Room">Where it stands.</param>
/// <param name="Thread">The message that it is under; null for none.</param>
internal sealed record SlackPost(string Ts, string Room, string? Thread)
{
    /// <summary>Of a message its text, of a stream all that was appended.</summary>
    public string Text { get; init; } = "";

    public JsonElement Blocks { get; init; }

    public JsonElement Metadata { get; init; }

    /// <summary>Whether it still grows.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>Whether it carries a reply, as every answer does.</summary>
    public bool IsAnswer => Metadata.TextOf("event_type") == "survbot_reply" && !IsNote;

    /// <summary>Whether it says that an answer may be missing.</summary>
    public bool IsNote => Text.StartsWith("I was interrupted", StringComparison.Ordinal);

    public IEnumerable<JsonElement> Buttons => Blocks.ValueKind == JsonValueKind.Array ? Blocks.EnumerateArray().Where(block => block.TextOf("type") == "actions").SelectMany(block => block.Items("elements")) : [];

    /// <summary>All words that are seen.</summary>
    public string Words => string.Join(' ', Blocks.Strings().Where(text => text.Path.EndsWith("text", StringComparison.Ordinal)).Select(text => text.Text).Prepend(Text));
}

/// <summary>A call of the Web API, or what was sent to a response_url.</summary>
/// <param name="Method">Its name; "response_url" for the latter.</param>
/// <param name="Room">Where; empty where it is about none.</param>
/// <param name="Arguments">By Slack's names.</param>
internal sealed record SlackCall(string Method, string Room, JsonElement Arguments)
{
    public string? Ts => Arguments.TextOf("ts");
}

using System.Text.Json;

namespace SurvBot.Acceptance.Teams.StandIn;

/// <summary>What a request to the connector is about.</summary>
internal enum SentKind
{
    /// <summary>The dots that say that somebody types.</summary>
    Typing,

    /// <summary>A message by itself.</summary>
    Message,

    /// <summary>The first step of a stream.</summary>
    Begin,

    /// <summary>A later step of a stream.</summary>
    Step,

    /// <summary>The last of a stream: the message.</summary>
    Final,

    /// <summary>A message in the place of what stands there.</summary>
    Put,
}

/// <summary>A request to the connector.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Conversation">Where, not escaped.</param>
/// <param name="Target">The activity that it names, not escaped; null where it names none.</param>
/// <param name="Body">The activity.</param>
/// <param name="Characters">How long it is, in UTF-16.</param>
internal sealed record Sent(SentKind Kind, string Conversation, string? Target, JsonElement Body, int Characters)
{
    public string Text => Body.TextOf("text") ?? "";

    /// <summary>What it says of a stream; null where it is none.</summary>
    public JsonElement? Stream => Body.Items("entities").Where(entity => entity.TextOf("type") == "streaminfo").Select(entity => (JsonElement?)entity).FirstOrDefault();

    public static SentKind KindOf(HttpMethod method, JsonElement body)
    {
        if (method == HttpMethod.Put)
            return SentKind.Put;
        var stream = body.Items("entities").Where(entity => entity.TextOf("type") == "streaminfo").ToList();
        return (body.TextOf("type"), stream) switch
        {
            ("typing", []) => SentKind.Typing,
            ("typing", [var info, ..]) => info.TextOf("streamId") is null ? SentKind.Begin : SentKind.Step,
            (_, []) => SentKind.Message,
            _ => SentKind.Final,
        };
    }
}

/// <summary>A message as it stands in a chat.</summary>
/// <param name="Id">The platform's name for it.</param>
/// <param name="Conversation">Where it stands.</param>
/// <param name="Body">Its latest form.</param>
internal sealed record Post(string Id, string Conversation, JsonElement Body)
{
    public string Text => Body.TextOf("text") ?? "";

    /// <summary>Whether it is labelled as made by AI, as every answer is and nothing else.</summary>
    public bool IsAnswer => Body.Items("entities").Any(MessageRules.IsLabel);

    /// <summary>Whether it says that an answer may be missing.</summary>
    public bool IsNote => Text.StartsWith("I was interrupted", StringComparison.Ordinal);

    public IEnumerable<JsonElement> Cards => Body.Items("attachments").Select(attachment => attachment.GetProperty("content"));

    /// <summary>The button of a card that says so.</summary>
    public JsonElement Button(string title) => Cards.SelectMany(card => card.Items("actions")).Single(action => action.TextOf("title") == title);
}

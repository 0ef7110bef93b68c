using System.Globalization;
using System.Text.Json;

namespace SurvBot.Bot.Channels.Teams.Activities;

/// <summary>Reads activities that anybody may have written: what has an unexpected form counts as absent.</summary>
public static class ActivityReader
{
    /// <summary>An activity, or null where the JSON is none: not an object, or without a type.</summary>
    public static Activity? Read(JsonElement json) => Text(json, "type") is not { Length: > 0 } type ? null : new Activity
    {
        Type = type,
        Id = Text(json, "id"),
        Name = Text(json, "name"),
        Timestamp = Instant(json, "timestamp"),
        LocalTimestamp = Instant(json, "localTimestamp"),
        Locale = Text(json, "locale"),
        ChannelId = Text(json, "channelId"),
        ServiceUrl = Text(json, "serviceUrl"),
        From = Account(Member(json, "from")),
        Recipient = Account(Member(json, "recipient")),
        Conversation = Conversation(Member(json, "conversation")),
        Text = Text(json, "text"),
        TextFormat = Text(json, "textFormat"),
        Summary = Text(json, "summary"),
        Entities = [.. Items(json, "entities").Where(IsObject).Where(IsReadable).Select(entity => entity.Clone())],
        ChannelData = Any(json, "channelData"),
        Value = Any(json, "value"),
        ReplyToId = Text(json, "replyToId"),
        Attachments = [.. Items(json, "attachments").Where(IsObject).Select(Attachment)],
        AttachmentLayout = Text(json, "attachmentLayout"),
        SuggestedActions = Suggestions(Member(json, "suggestedActions")),
        Action = Text(json, "action"),
        MembersAdded = Accounts(json, "membersAdded"),
        MembersRemoved = Accounts(json, "membersRemoved"),
    };

    private static IReadOnlyList<ChannelAccount> Accounts(JsonElement json, string name) => [.. Items(json, name).Select(item => Account(item)).OfType<ChannelAccount>()];

    private static ChannelAccount? Account(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } account ? new(Text(account, "id"), Text(account, "name"), Text(account, "aadObjectId"), Text(account, "role")) : null;

    private static ConversationAccount? Conversation(JsonElement? json) => json is { ValueKind: JsonValueKind.Object } conversation
        ? new(Text(conversation, "id"), Text(conversation, "conversationType"), Text(conversation, "tenantId"), Flag(conversation, "isGroup"), Text(conversation, "name"))
        : null;

    private static Attachment Attachment(JsonElement json) => new(Text(json, "contentType"), Any(json, "content"), Text(json, "contentUrl"), Text(json, "name"));

    private static SuggestedActions? Suggestions(JsonElement? json) => json is { ValueKind: JsonValueKind.Object } suggestions
        ? new([.. Items(suggestions, "actions").Where(IsObject).Select(action => new CardAction(Text(action, "type"), Text(action, "title"), Any(action, "value")))],
            [.. Items(suggestions, "to").Select(Text).OfType<string>()])
        : null;

    private static string? Text(JsonElement json, string name) => Member(json, name) is { } member ? Text(member) : null;

    // An escape may name half a character, which is no text and cannot be read as such.
    private static string? Text(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Instant(JsonElement json, string name) =>
        DateTimeOffset.TryParse(Text(json, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static bool? Flag(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;

    private static JsonElement? Any(JsonElement json, string name) => Member(json, name) is { ValueKind: not JsonValueKind.Null } member && IsReadable(member) ? member.Clone() : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    // Names may hold half a character, too, and then the object cannot be searched.
    private static JsonElement? Member(JsonElement json, string name)
    {
        try
        {
            return IsObject(json) && json.TryGetProperty(name, out var member) ? member : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Half a character anywhere inside would fail whoever reads or writes the element later.</summary>
    private static bool IsReadable(JsonElement json)
    {
        if (!json.GetRawText().Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
            return true;
        try
        {
            JsonSerializer.Serialize(json);
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsObject(JsonElement json) => json.ValueKind == JsonValueKind.Object;
}

using System.Text.Json;

namespace SurvBot.Bot.Channels.Slack.Events;

/// <summary>Reads what Slack sends, over HTTP and over sockets alike: what has an unexpected form counts as absent.</summary>
public static class SlackReader
{
    /// <summary>The envelope of an event; null where it is none, or does not say whose it is.</summary>
    public static SlackEvent? Event(JsonElement json)
    {
        var said = Member.At(json, "event");
        if (TenantOf(json) is not { } tenant || Member.Text(json, "event_id") is not { Length: > 0 } id || Member.Text(said, "type") is not { Length: > 0 } type)
            return null;
        return new SlackEvent
        {
            Tenant = tenant,
            EventId = id,
            At = Member.At(json, "event_time") is { ValueKind: JsonValueKind.Number } time && time.TryGetInt64(out long seconds) && seconds is > 0 and < 10_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            Type = type,
            Subtype = Member.Text(said, "subtype"),
            Bot = Authorization(json) is { } authorization && Member.At(authorization, "is_bot") is { ValueKind: JsonValueKind.True } ? Member.Text(authorization, "user_id") : null,
            User = Member.Text(said, "user"),
            UserTeam = Member.Text(said, "user_team") ?? Member.Text(said, "team"),
            BotId = Member.Text(said, "bot_id"),
            Room = Member.Text(said, "channel"),
            RoomKind = Member.Text(said, "channel_type"),
            Ts = Member.Text(said, "ts"),
            ThreadTs = Member.Text(said, "thread_ts"),
            Text = Member.Text(said, "text"),
            Tab = Member.Text(said, "tab"),
            Deleted = Deleted(said),
            Stopped = Texts(Member.At(said, "streaming_message_ts")),
            RevokesBot = Texts(Member.At(said, "tokens", "bot")).Count > 0,
        };
    }

    /// <summary>A slash command; its form has the same names over HTTP as its JSON over a socket.</summary>
    public static SlackCommand? Command(JsonElement json) =>
        TenantOf(json) is { } tenant && Member.Text(json, "user_id") is { Length: > 0 } user && Member.Text(json, "channel_id") is { Length: > 0 } room
        && Member.Text(json, "response_url") is { Length: > 0 } response && Member.Text(json, "trigger_id") is { Length: > 0 } trigger
            ? new SlackCommand { Tenant = tenant, User = user, Room = room, Text = Member.Text(json, "text") ?? "", ResponseUrl = response, TriggerId = trigger }
            : null;

    /// <summary>A press on a button or a dialog that was sent off.</summary>
    public static SlackInteraction? Interaction(JsonElement json)
    {
        if (TenantOf(json) is not { } tenant || Member.Text(json, "type") is not { Length: > 0 } type || Member.Text(json, "user", "id") is not { Length: > 0 } user)
            return null;
        var action = Member.At(json, "actions") is { ValueKind: JsonValueKind.Array } actions && actions.GetArrayLength() > 0 ? actions[0] : (JsonElement?)null;
        return new SlackInteraction
        {
            Tenant = tenant,
            Type = type,
            User = user,
            Room = Member.Text(json, "channel", "id") ?? Member.Text(json, "container", "channel_id"),
            Ts = Member.Text(json, "container", "message_ts") ?? Member.Text(json, "message", "ts"),
            ThreadTs = Member.Text(json, "container", "thread_ts") ?? Member.Text(json, "message", "thread_ts"),
            IsEphemeral = Member.At(json, "container", "is_ephemeral") is { ValueKind: JsonValueKind.True },
            ActionId = Member.Text(action, "action_id"),
            ActionTs = Member.Text(action, "action_ts"),
            Value = Member.Text(action, "value") ?? Member.Text(action, "selected_option", "value"),
            TriggerId = Member.Text(json, "trigger_id"),
            ResponseUrl = Member.Text(json, "response_url"),
            CallbackId = Member.Text(json, "view", "callback_id") ?? Member.Text(json, "callback_id"),
            Carried = Member.Text(json, "view", "private_metadata"),
            MessageText = Member.Text(json, "message", "text"),
            Inputs = Inputs(Member.At(json, "view", "state", "values")),
            Choices = Given(Member.At(json, "view", "state", "values")).Where(given => Member.At(given.Value, "selected_options") is { ValueKind: JsonValueKind.Array })
                .DistinctBy(given => given.Name).ToDictionary(given => given.Name, given => Texts(Member.At(given.Value, "selected_options"), "value")),
        };
    }

    /// <summary>What the request was authorised for comes before what it names: in a shared room that may be another workspace.</summary>
    private static SlackTenant? TenantOf(JsonElement json)
    {
        var authorization = Authorization(json);
        string? team = Member.Text(authorization, "team_id") ?? Member.Text(json, "context_team_id") ?? Member.Text(json, "view", "app_installed_team_id") ?? Member.Text(json, "team_id")
            ?? Member.Text(json, "team", "id") ?? Member.Text(json, "user", "team_id");
        string? enterprise = Member.Text(authorization, "enterprise_id") ?? Member.Text(json, "context_enterprise_id") ?? Member.Text(json, "enterprise_id") ?? Member.Text(json, "enterprise", "id");
        return team is { Length: > 0 } ? new SlackTenant(enterprise, team, IsTrue(authorization, "is_enterprise_install") || IsTrue(json, "is_enterprise_install")) : null;
    }

    private static JsonElement? Authorization(JsonElement json) =>
        Member.At(json, "authorizations") is { ValueKind: JsonValueKind.Array } all && all.GetArrayLength() > 0 ? all[0] : null;

    // A message that others stand below leaves a tombstone in its place.
    private static DeletedMessage? Deleted(JsonElement? said) =>
        (Member.Text(said, "subtype") == "message_deleted" || (Member.Text(said, "subtype") == "message_changed" && Member.Text(said, "message", "subtype") == "tombstone"))
        && Member.At(said, "previous_message") is { } was && Member.Text(was, "user") is { } user && Member.Text(was, "ts") is { } ts
            ? new DeletedMessage(user, ts, Member.Text(was, "thread_ts")) : null;

    private static Dictionary<string, string> Inputs(JsonElement? values)
    {
        var inputs = new Dictionary<string, string>();
        foreach (var action in Given(values))
            if ((Member.Text(action.Value, "value") ?? Member.Text(action.Value, "selected_option", "value")) is { Length: > 0 } given)
                inputs[action.Name] = given;
        return inputs;
    }

    /// <summary>{block: {action: {value}, {selected_option: {value}} or {selected_options: [{value}]}}}.</summary>
    private static IEnumerable<JsonProperty> Given(JsonElement? values) => values is { ValueKind: JsonValueKind.Object } blocks
        ? blocks.EnumerateObject().Where(block => block.Value.ValueKind == JsonValueKind.Object).SelectMany(block => block.Value.EnumerateObject()) : [];

    // A form knows only words.
    private static bool IsTrue(JsonElement? json, string name) => Member.At(json, name) is { ValueKind: JsonValueKind.True } || Member.Text(json, name) == "true";

    private static IReadOnlyList<string> Texts(JsonElement? array, params string[] path) =>
        array is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray().Select(item => Member.Text(item, path)).OfType<string>()] : [];
}

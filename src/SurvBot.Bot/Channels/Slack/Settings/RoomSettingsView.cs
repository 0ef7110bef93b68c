using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Slack.Settings;

/// <summary>The dialog in which a room's settings are chosen, and what comes back from it.</summary>
internal static class RoomSettingsView
{
    public const string Dialog = "room_settings", Hears = "hears", Seen = "seen", Publishers = "publishers";

    private const string All = "all", WhoAsks = "who_asks";

    // By "Block Kit" of Slack's documentation: options of a menu or of a group in one, groups in a menu, characters of an option and of a group's name.
    private const int MostOptions = 100, MostGroups = 100, MostOption = 75, MostGroup = 75;

    /// <summary>The dialog.</summary>
    /// <param name="carried">What it is about.</param>
    /// <param name="now">What is chosen now.</param>
    /// <param name="publishers">All that the corpus holds.</param>
    public static JsonObject Of(CarriedRoom carried, RoomSettings now, IReadOnlyList<string> publishers) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = Dialog,
        ["private_metadata"] = carried.Write(),
        ["title"] = Plain("Settings"),
        ["submit"] = Plain("Save"),
        ["close"] = Plain("Cancel"),
        ["blocks"] = new JsonArray([.. SlackPlace.IsPersonalRoom(carried.Room) ? [] : Room(now), .. Searched(now.Publishers, publishers)]),
    };

    /// <summary>What was chosen; of publishers only those that were offered.</summary>
    public static RoomSettings Read(SlackInteraction sent, RoomSettings before, IReadOnlyList<string> publishers)
    {
        var hears = Enum.TryParse<Hearing>(sent.Inputs.GetValueOrDefault(Hears), out var chosen) && Enum.IsDefined(chosen) ? chosen : before.Hears;
        bool onlyForWhoAsks = sent.Inputs.GetValueOrDefault(Seen) is { } seen ? seen == WhoAsks : before.OnlyForWhoAsks;
        var keys = sent.Choices.GetValueOrDefault(Publishers)?.ToHashSet();
        return new RoomSettings(hears, onlyForWhoAsks, keys is null ? before.Publishers : [.. Offered(before.Publishers, publishers).Where(name => keys.Contains(KeyOf(name)))]);
    }

    private static IEnumerable<JsonNode> Room(RoomSettings now) =>
    [
        BlockKit.Context("This is for all who are in this room."),
        Input(Hears, "When I answer", Radio(Hears, now.Hears.ToString(),
            (Hearing.Mentions.ToString(), "When somebody mentions me"),
            (Hearing.FollowUps.ToString(), "Also questions in threads in which I have answered"),
            (Hearing.Questions.ToString(), "Also every question that is asked in this room"))),
        BlockKit.Context("What does not mention me I hear only where my app was made with: survbot package slack --hear-rooms"),
        Input(Seen, "Who sees the answers", Radio(Seen, now.OnlyForWhoAsks ? WhoAsks : All, (All, "All, in the thread"), (WhoAsks, "Only who asks"))),
    ];

    // Slack takes no menu without options.
    private static IEnumerable<JsonNode> Searched(IReadOnlyList<string> chosen, IReadOnlyList<string> publishers)
    {
        var offered = Offered(chosen, publishers);
        if (offered.Count == 0)
            yield break;
        var menu = new JsonObject { ["type"] = "multi_static_select", ["action_id"] = Publishers, ["placeholder"] = Plain("All publishers") };
        menu["option_groups"] = new JsonArray([.. offered.Chunk(MostOptions).Select(Group)]);
        if (offered.Where(chosen.Contains).ToList() is { Count: > 0 } initial)
            menu["initial_options"] = new JsonArray([.. initial.Select(Option)]);
        var input = Input(Publishers, "Whose articles I search", menu);
        input["optional"] = true;
        yield return input;
    }

    /// <summary>In order, with those that are chosen though the corpus has none of theirs any more.</summary>
    private static IReadOnlyList<string> Offered(IReadOnlyList<string> chosen, IReadOnlyList<string> publishers) =>
        [.. chosen.Concat(publishers.Order(StringComparer.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).Where(name => SlackWords.Literal(name, MostOption).Length > 0)
            .Take(MostOptions * MostGroups).Order(StringComparer.OrdinalIgnoreCase)];

    private static JsonNode Group(string[] names) => new JsonObject
    {
        ["label"] = Plain($"{SlackWords.Literal(names[0], (MostGroup - 3) / 2)} – {SlackWords.Literal(names[^1], (MostGroup - 3) / 2)}"),
        ["options"] = new JsonArray([.. names.Select(Option)]),
    };

    // A name may be longer than Slack lets an option carry.
    private static JsonNode Option(string name) => Option(KeyOf(name), name);

    private static JsonObject Option(string value, string text) => new() { ["text"] = Plain(SlackWords.Literal(text, MostOption)), ["value"] = value };

    private static string KeyOf(string publisher) => Key.Of(publisher);

    private static JsonObject Radio(string action, string chosen, params IReadOnlyList<(string Value, string Text)> options) => new()
    {
        ["type"] = "radio_buttons",
        ["action_id"] = action,
        ["options"] = new JsonArray([.. options.Select(option => Option(option.Value, option.Text))]),
        ["initial_option"] = options.Where(option => option.Value == chosen).Select(option => Option(option.Value, option.Text)).Single(),
    };

    private static JsonObject Input(string name, string label, JsonObject element) => new() { ["type"] = "input", ["block_id"] = name, ["label"] = Plain(label), ["element"] = element };

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };
}

/// <summary>What the dialog is about, kept in it.</summary>
/// <param name="Room">Whose settings.</param>
/// <param name="ResponseUrl">Where it is said that they are kept; null where it was not opened by a command.</param>
/// <param name="HomeRoom">The room that the person has with the bot, where it was opened in the app's home; null elsewhere.</param>
internal sealed record CarriedRoom(string Room, string? ResponseUrl = null, string? HomeRoom = null)
{
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Null where it is none.</summary>
    public static CarriedRoom? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<CarriedRoom>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

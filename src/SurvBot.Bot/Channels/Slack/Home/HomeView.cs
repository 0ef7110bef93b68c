using System.Globalization;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Channels.Slack.Settings;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Bot.Channels.Slack.Home;

/// <summary>The app's home: how fresh the articles are, what to ask, what was asked, and how rooms are answered.</summary>
internal static class HomeView
{
    /// <summary>Names of the buttons, each followed by a number.</summary>
    public const string Ask = "home_ask_", Change = "home_change_";

    private const int MostQuestions = 4, MostTitle = 200;

    /// <summary>The view; it carries the room that the person has with the bot.</summary>
    public static JsonObject Of(HomeContents contents) => new()
    {
        ["type"] = "home",
        ["private_metadata"] = contents.Own.Room,
        ["blocks"] = new JsonArray([.. Corpus(contents.Corpus), .. ToAsk(contents.ToAsk), .. Asked(contents), .. Rooms(contents), BlockKit.Context(Privacy(contents.RetentionDays))]),
    };

    private static IEnumerable<JsonNode> Corpus(CorpusOverview? corpus) =>
    [
        BlockKit.Header("What I know"),
        corpus is null ? Line("I cannot read my articles at the moment. Whoever runs me finds out why with: survbot doctor")
            : corpus.Articles == 0 ? Line("There are no articles yet. Whoever runs me adds some with: survbot ingest")
            : Lines(Freshness(corpus)),
    ];

    private static IEnumerable<string> Freshness(CorpusOverview corpus)
    {
        yield return $"{Count(corpus.Articles, "article")} about AI surveillance from {Count(corpus.Publishers.Count, "publisher")}";
        if (corpus.NewestPublished is { } newest)
            yield return $"The newest was published {newest.ToDisplayString()}";
        if (corpus.LastIngestAt is { } ingested)
            yield return string.Create(CultureInfo.InvariantCulture, $"Last looked for new ones {PartialDate.OfInstant(ingested).ToDisplayString()}, {ingested.UtcDateTime:HH:mm} UTC");
    }

    private static IEnumerable<JsonNode> ToAsk(IReadOnlyList<string> questions) => questions.Take(MostQuestions).Index().SelectMany(offer => BlockKit.Ask($"{Ask}{offer.Index + 1}", offer.Item, offer.Item)).ToList() is { Count: > 0 } buttons
        ? [BlockKit.Header("What you could ask"), BlockKit.Actions(buttons)]
        : [];

    private static IEnumerable<JsonNode> Asked(HomeContents contents) =>
    [
        BlockKit.Header("What you asked lately"),
        contents.Asked.Count == 0 ? Line("Nothing yet. Write to me under Messages, mention me in a room or type /survbot.")
            : BlockKit.RichText(BlockKit.List(contents.Asked.Select(asked => BlockKit.Section(BlockKit.Run(asked.Title, most: MostTitle), BlockKit.Run($" – {PartialDate.OfInstant(asked.LastAt).ToDisplayString()}"))))),
    ];

    private static IEnumerable<JsonNode> Rooms(HomeContents contents) =>
    [
        BlockKit.Header("How I answer"),
        Line("In a room: when somebody mentions me, in the thread, from all publishers. Whoever is in a room can choose otherwise there with /survbot settings."),
        .. Room(contents.Own, 0, BlockKit.Run("Your messages to me", style: "bold")),
        .. contents.Rooms.SelectMany((room, i) => Room(room, i + 1, RoomName(room.Room))),
    ];

    private static IEnumerable<JsonNode> Room(RoomAsSet room, int i, JsonObject name) =>
    [
        BlockKit.RichText(BlockKit.Section(name, BlockKit.Run($": {room.Settings.Describe(isPersonal: i == 0)}"))),
        BlockKit.Actions([BlockKit.Button($"{Change}{i}", "Change", room.Room)]),
    ];

    // Slack shows the name to those who may know it.
    private static JsonObject RoomName(string room) => new() { ["type"] = "channel", ["channel_id"] = room };

    private static string Privacy(int retentionDays) =>
        $"What you ask stays with whoever runs me{(retentionDays > 0 ? $", and is forgotten after {Count(retentionDays, "day")}" : "")}. A question that you delete in your messages to me is forgotten at once, with its answer. Only you see this page.";

    private static JsonObject Line(string text) => BlockKit.RichText(BlockKit.Section(BlockKit.Run(text)));

    private static JsonObject Lines(IEnumerable<string> lines) => BlockKit.RichText(BlockKit.List(lines.Select(line => BlockKit.Section(BlockKit.Run(line)))));

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}

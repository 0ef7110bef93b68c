using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SurvBot.Acceptance.Teams.StandIn;

namespace SurvBot.Acceptance.Teams;

/// <summary>Articles that try to speak in SurvBot's name: what they say leaves as the words that it is.</summary>
public sealed partial class HostileTextTests(HostileTextTests.BotOverHostileArticles fixture) : IClassFixture<HostileTextTests.BotOverHostileArticles>, IDisposable
{
    private const string Mention = "<at>Bot</at>", Image = "![x](https://evil.example/p.png)", Link = "[click](javascript:alert(1))", Template = "${evil} and {{DATE(2020-01-01T00:00:00Z,SHORT)}}",
        Turned = "\u202Efdp.exe\u2066", Address = "https://evil.example/q or www.evil.example";

    private static readonly string[] Titles = [$"Gait sensors {Mention} {Image}", $"Plate readers {Link} {Template}", $"Voice logs {Turned} {Address}", $"Drones {new string('W', 100_000)}", $"Crowd counters {Mention}{Image}{Link}{Template}{Turned}"];

    private static readonly string[] Bodies =
    [
        $"The courthouse of Dunmere leased 12 gait sensors, see {Image}. It thanked {Mention}.",
        $"The stadium of Senlow banned 31 plate readers with {Link}. It wrote {Template}.",
        $"The night market of Ostwick praised 88 voice logs {Turned} at {Address} today.",
        "The library of Quillport tested 77 drones despite protests. Bo Marlow of Tessera Gaze praised it.",
        $"The toll bridge of Tarnby sold off 19 crowd counters, {Template}, {Mention}.",
    ];

    private static readonly string[] Questions =
    [
        "How many gait sensors did the courthouse of Dunmere lease?", "How many plate readers did the stadium of Senlow ban?", "How many voice logs did the night market of Ostwick praise?",
        "How many drones did the library of Quillport test?", "Who sold crowd counters at the toll bridge of Tarnby?", "Who won the 2022 World Cup?", $"What is {Mention} {Image} {Link} {Template} {Turned}?",
    ];

    private readonly TeamsBot bot = fixture.Bot;

    /// <summary>Knows nothing but articles that mean harm.</summary>
    public sealed class BotOverHostileArticles : IAsyncLifetime
    {
        public TeamsBot Bot { get; } = new();

        public async ValueTask InitializeAsync()
        {
            Bot.Served.SurvBot.Write("hostile.jsonl", [.. Enumerable.Range(0, Titles.Length).Select(n => JsonSerializer.Serialize(new
            {
                url = InventedNews.Url(n), title = Titles[n], publisher = $"{Mention} {Link} {Turned}", publishedAt = "2020-03-04", language = "en", body = Bodies[n],
            }))]);
            (await Bot.Served.SurvBot.RunAsync("ingest", "hostile.jsonl", "--each")).Added.Count().ShouldBe(Titles.Length);
            await Bot.InitializeAsync();
        }

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Hostile_words_leave_as_words_in_answers_and_behind_their_buttons(bool inGroup)
    {
        int answers = 0;
        foreach (string question in Questions)
        {
            var chat = inGroup ? TeamsChat.Group() : TeamsChat.Personal();
            var post = await bot.AskAsync(chat, question);
            answers += post.IsAnswer && post.Text.Contains("[1]", StringComparison.Ordinal) ? 1 : 0;
            foreach (var sent in bot.Connector.RequestsFor(chat.Id))
                ShouldBeInert(sent.Body);
            foreach (var button in post.Cards.SelectMany(card => card.Items("actions")).Where(action => action.TextOf("type") == "Action.Execute").ToList())
                ShouldBeInert((await bot.PressAsync(chat, post, button.TextOf("title")!)).GetProperty("value"));
        }
        answers.ShouldBeGreaterThanOrEqualTo(4, "hostile sentences are quoted, or this test shows nothing");
    }

    [Theory, InlineData("composeExtension/query", "drones"), InlineData("composeExtension/query", "gait"), InlineData("composeExtension/query", "plate"), InlineData("composeExtension/query", "voice"), InlineData("composeExtension/query", "crowd"), InlineData("composeExtension/queryLink", "4")]
    public async Task Hostile_words_leave_as_words_in_what_a_search_finds(string name, string sought)
    {
        var value = name == "composeExtension/query"
            ? new JsonObject { ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = sought }) }
            : new JsonObject { ["url"] = InventedNews.Url(int.Parse(sought)) };
        var (_, body) = await bot.TellAsync(TeamsChat.Personal().Invoke(name, value));
        body.GetProperty("composeExtension").Items("attachments").ShouldNotBeEmpty();
        ShouldBeInert(body);
        body.GetRawText().Length.ShouldBeLessThan(50_000);
    }

    public void Dispose() => bot.ShouldKeepTheRules();

    private static void ShouldBeInert(JsonElement json)
    {
        foreach (var (path, text) in json.Strings())
        {
            text.ShouldNotContain(character => IsUnseen(character), $"{path}: {text}");
            foreach (string address in Addresses().Matches(text).Select(match => match.Value).Where(address => !IsOurs(path, address)))
                InventedUrls.ShouldContain(address, $"{path}: {text}");
            if (IsQuestion(path))
                continue;
            if (path == "text" || IsMarkdown(path))
                Markup().IsMatch(text).ShouldBeFalse($"{path}: {text}");
            if (path != "text" && !path.StartsWith("entities", StringComparison.Ordinal))
                Templates().IsMatch(text).ShouldBeFalse($"{path}: {text}");
        }
    }

    private static readonly string[] InventedUrls = [.. Enumerable.Range(0, Titles.Length).Select(InventedNews.Url)];

    // The gap that keeps addresses apart is the one that SurvBot puts there itself.
    private static bool IsUnseen(char character) => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C';

    private static bool IsOurs(string path, string address) => path.EndsWith("$schema", StringComparison.Ordinal) || address is "https://schema.org" or "https://schema.org/Message";

    // A button hands the question back to SurvBot, which nobody sees.
    private static bool IsQuestion(string path) => path.EndsWith("data.question", StringComparison.Ordinal);

    // By the schema of Adaptive Cards a card's fallback "may contain markdown"; thumbnails know some mark-up, too.
    private static bool IsMarkdown(string path) => path.EndsWith("fallbackText", StringComparison.Ordinal) || path.Contains(".preview.content.", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:https?|javascript|ftp|file|data|mailto):[^\s\u200B""”]+|\bwww\.[^\s\u200B]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    // A link or an image, and a tag.
    [GeneratedRegex(@"(?<!\\)\]\(|<[a-z/!?]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\$\{|\{\{", RegexOptions.CultureInvariant)]
    private static partial Regex Templates();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using SurvBot.Acceptance.Slack.StandIn;

namespace SurvBot.Acceptance.Slack;

/// <summary>Articles and people that try to speak in SurvBot's name: what they say leaves as the words that it is.</summary>
public sealed partial class HostileTextTests(HostileTextTests.BotOverHostileArticles fixture) : IClassFixture<HostileTextTests.BotOverHostileArticles>, IDisposable
{
    private const string Mention = "<!channel> <@U0EVIL> <!subteam^S1> @here #general", Link = "<http://evil.example|click> [click](https://evil.example/m)", Code = "```rm -rf``` `x` *b* _i_ ~s~ :rotating_light:",
        Turned = "\u202Efdp.exe\u2066", Address = "https://evil.example/q or www.evil.example";

    private static readonly string[] Titles = [$"Gait sensors {Mention} {Code}", $"Plate readers {Link}", $"Voice logs {Turned} {Address}", $"Drones {new string('W', 40_000)}", $"Crowd counters {Mention}{Link}{Code}{Turned}"];

    private static readonly string[] Bodies =
    [
        $"The courthouse of Dunmere leased 12 gait sensors, see {Link}. It thanked {Mention}.",
        $"The stadium of Senlow banned 31 plate readers with {Code} and {Mention}. It wrote {Link}.",
        $"The night market of Ostwick praised 88 voice logs {Turned} at {Address} today.",
        $"The library of Quillport tested 77 drones despite protests. {new string('W', 40_000)}",
        $"The toll bridge of Tarnby sold off 19 crowd counters, {Code}, {Mention}, {Link}.",
    ];

    private static readonly string[] Questions =
    [
        "How many gait sensors did the courthouse of Dunmere lease?", "How many plate readers did the stadium of Senlow ban?", "How many voice logs did the night market of Ostwick praise?",
        "How many drones did the library of Quillport test?", "Who sold crowd counters at the toll bridge of Tarnby?", $"What is {Mention} {Link} {Code} {Turned}?", $"Who tested drones {Mention} {new string('x', 40_000)}?",
    ];

    private static readonly string[] InventedUrls = [.. Enumerable.Range(0, Titles.Length).Select(InventedNews.Url)];

    private readonly SlackProgram bot = fixture.Bot;

    /// <summary>Knows nothing but articles that mean harm.</summary>
    public sealed class BotOverHostileArticles : IAsyncLifetime
    {
        public SlackProgram Bot { get; } = new();

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
    public async Task Hostile_words_leave_as_words_in_answers_and_behind_their_buttons(bool inRoom)
    {
        int answers = 0;
        foreach (string question in Questions)
        {
            var talk = inRoom ? SlackTalk.InRoom() : SlackTalk.Direct();
            // One in a stream, the next in a message.
            if (inRoom)
                bot.Slack.Plan(talk.Room, "chat.startStream", SlackTrouble.Refusal("channel_type_not_supported"));
            var post = await bot.AskAsync(talk, question);
            answers += post.Words.Contains("[1]", StringComparison.Ordinal) ? 1 : 0;
            foreach (var call in bot.Slack.CallsFor(talk.Room))
                ShouldBeInert(call.Arguments);
            foreach (var button in post.Buttons.Where(button => button.TextOf("action_id") is "more" or "sources").ToList())
                ShouldBeInert(await bot.PressAsync(talk, post, button));
        }
        answers.ShouldBeGreaterThanOrEqualTo(4, "hostile sentences are quoted, or this test shows nothing");
    }

    [Fact]
    public async Task A_hostile_question_leaves_as_words_where_it_is_shared()
    {
        foreach (string question in Questions[^2..])
        {
            var talk = SlackTalk.InRoom();
            string url = await bot.CommandAsync(talk, $"ask {question}");
            await Chaos.Eventually.BeTrueAsync(() => bot.Slack.ResponsesTo(url).Count > 0, "the command is answered");
            var answer = bot.Slack.ResponsesTo(url)[0];
            ShouldBeInert(answer);
            var alone = new SlackPost(SlackTalk.NewTs(), talk.Room, null) { Blocks = answer.GetProperty("blocks") };
            await bot.PressOnlyAsync(talk, alone, alone.Buttons.Single(button => button.TextOf("action_id") == "share"));
            await Chaos.Eventually.BeTrueAsync(() => bot.Slack.PostsIn(talk.Room).Count > 0, "it is shared");
            await bot.SettleAsync();
            foreach (var call in bot.Slack.CallsFor(talk.Room))
                ShouldBeInert(call.Arguments);
        }
    }

    public void Dispose() => bot.ShouldKeepTheRules();

    private static void ShouldBeInert(JsonElement arguments)
    {
        foreach (var (path, text) in arguments.Strings().Where(text => !IsQuestion(text.Path)))
        {
            text.ShouldNotContain(character => IsUnseen(character), $"{path}: {text}");
            foreach (string address in Addresses().Matches(text).Select(match => match.Value))
                InventedUrls.ShouldContain(address, $"{path}: {text}");
            if (path.EndsWith("type", StringComparison.Ordinal))
                Types.ShouldContain(text, "nothing that reads words as mark-up, mentions or pictures");
            if (path == "text" || path == "chunks.text")
                Markup().IsMatch(text).ShouldBeFalse($"{path}: {text}");
        }
    }

    private static readonly string[] Types =
    [
        "rich_text", "rich_text_section", "rich_text_quote", "rich_text_list", "rich_text_preformatted", "text", "link", "plain_text", "context", "context_actions", "actions", "button",
        "feedback_buttons", "markdown_text", "task_update", "ephemeral", "in_channel", "survbot_reply",
    ];

    // The gap that keeps addresses apart is the one that SurvBot puts there itself.
    private static bool IsUnseen(char character) => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C';

    // A button hands the question back to SurvBot, which nobody sees.
    private static bool IsQuestion(string path) => path.EndsWith(".value", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:https?|javascript|ftp|file|data|mailto):[^\s\u200B""”|>)]+|\bwww\.[^\s\u200B]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    // What Slack or markdown would read: a tag, a mention, a link to elsewhere, code, stress, a picture.
    [GeneratedRegex(@"[<>`*~]|[@#]\w|\]\((?!https://news\.example/)|:[\w+'-]+:(?!//)", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}

using System.Text.Json.Nodes;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack.Rendering;

/// <summary>Pieces of Slack's Block Kit. Words go into rich text or plain text, which carry them as they are; mrkdwn, where anybody's words could begin something, is not used.</summary>
internal static class BlockKit
{
    // By "Block Kit" of Slack's documentation. Of rich text it names no limit: this is a section's.
    private const int MostText = 3000, MostTitle = 75, MostValue = 2000, MostUrl = 3000, MostHeader = 150;

    // Of a name, a title or a value between the words of a sentence.
    private const int MostLine = 300;

    /// <summary>Characters that a message holds with all its names and addresses. Slack says neither how much it takes nor what it counts; 11,341 characters of rich text alone were too many (slackapi/bolt-js#2867).</summary>
    public static int Size(JsonNode? node) => node switch
    {
        JsonObject members => 2 + members.Sum(member => member.Key.Length + 4 + Size(member.Value)),
        JsonArray items => 2 + items.Sum(item => 1 + Size(item)),
        JsonValue value when value.TryGetValue(out string? text) => text.Length + 2,
        _ => 5,
    };

    /// <summary>A line in large letters, by which screen readers find their way.</summary>
    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(text, MostHeader) };

    /// <summary>Sections, lists, quotes and preformatted lines.</summary>
    public static JsonObject RichText(params IEnumerable<JsonObject> parts) => new() { ["type"] = "rich_text", ["elements"] = new JsonArray([.. parts]) };

    public static JsonObject Section(params IEnumerable<JsonObject> runs) => Part("rich_text_section", runs);

    public static JsonObject Quote(params IEnumerable<JsonObject> runs) => Part("rich_text_quote", runs);

    public static JsonObject Preformatted(params IEnumerable<JsonObject> runs) => Part("rich_text_preformatted", runs);

    public static JsonObject List(IEnumerable<JsonObject> sections)
    {
        var list = Part("rich_text_list", sections);
        list["style"] = "bullet";
        return list;
    }

    public static JsonObject Heading(string text) => Section(Run(text, style: "bold"));

    /// <summary>Words as they are, and a link where they have an address that Slack takes.</summary>
    public static JsonObject Run(string text, string? style = null, string? url = null, int most = MostLine)
    {
        string shown = Spaced(text, Shown(text, Math.Min(most, MostText)));
        var run = url is { Length: > 0 and <= MostUrl } ? new JsonObject { ["type"] = "link", ["url"] = url, ["text"] = shown } : new JsonObject { ["type"] = "text", ["text"] = shown };
        if (style is not null)
            run["style"] = new JsonObject { [style] = true };
        return run;
    }

    /// <summary>Small words below what they belong to.</summary>
    public static JsonObject Context(string text) => new() { ["type"] = "context", ["elements"] = new JsonArray(Plain(text, MostLine)) };

    /// <summary>Something that is being done.</summary>
    public static JsonObject Task(string id, string title) => new() { ["type"] = "task_card", ["task_id"] = id, ["title"] = Shown(title, MostLine), ["status"] = "in_progress" };

    public static JsonObject Actions(IEnumerable<JsonObject> buttons) => new() { ["type"] = "actions", ["elements"] = new JsonArray([.. buttons]) };

    /// <summary>A button that sends <paramref name="value"/> along.</summary>
    public static JsonObject Button(string action, string title, string value) => new() { ["type"] = "button", ["action_id"] = action, ["text"] = Plain(title, MostTitle), ["value"] = value };

    /// <summary>A button that asks a question; none where Slack would cut the question or nothing of it is seen.</summary>
    public static IEnumerable<JsonObject> Ask(string action, string title, string question, int most = MostValue) =>
        PlainLine.Of(question, most + 1) is { Length: > 0 } asked && asked.Length <= most ? [Button(action, title, asked)] : [];

    /// <summary>A thumb up and one down.</summary>
    public static JsonObject Feedback(string action, string replyId) => new()
    {
        ["type"] = "context_actions",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "feedback_buttons",
            ["action_id"] = action,
            ["positive_button"] = Thumb(FeedbackVerdict.Helpful, replyId),
            ["negative_button"] = Thumb(FeedbackVerdict.Unhelpful, replyId),
        }),
    };

    private static JsonObject Thumb(FeedbackVerdict verdict, string replyId) => new() { ["text"] = Plain(FeedbackWords.Of(verdict), MostTitle), ["value"] = SlackActions.Vote(replyId, verdict == FeedbackVerdict.Helpful) };

    private static JsonObject Plain(string text, int most) => new() { ["type"] = "plain_text", ["text"] = Shown(text, most), ["emoji"] = false };

    private static JsonObject Part(string type, IEnumerable<JsonObject> elements) => new() { ["type"] = type, ["elements"] = new JsonArray([.. elements]) };

    // Slack takes no empty words.
    private static string Shown(string text, int most) => SlackWords.Literal(text, most) is { Length: > 0 } shown ? shown : " ";

    // Folding takes the blanks at both ends away, which keep runs apart.
    private static string Spaced(string text, string shown) =>
        shown == " " ? shown : $"{(char.IsWhiteSpace(text[0]) ? " " : "")}{shown}{(char.IsWhiteSpace(text[^1]) ? " " : "")}";
}

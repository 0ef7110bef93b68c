using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Teams.Rendering;

/// <summary>Pieces of Adaptive Cards 1.5. Words go into text runs, which know no markdown; links only to addresses in the store.</summary>
internal static class Cards
{
    /// <summary>Media type of an Adaptive Card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    private const int MostLine = 400;

    /// <summary>Most UTF-16 characters of a button.</summary>
    public const int MostTitle = 80;

    /// <summary>A whole card, with the same in plain text for clients that show none.</summary>
    public static JsonObject Card(IEnumerable<JsonObject> body, IEnumerable<JsonObject> actions, string fallback)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["fallbackText"] = fallback,
            ["body"] = new JsonArray([.. body]),
        };
        var buttons = actions.ToList();
        if (buttons.Count > 0)
            card["actions"] = new JsonArray([.. buttons]);
        return card;
    }

    public static Attachment Attached(JsonObject card) => new(ContentType, JsonSerializer.SerializeToElement(card));

    public static JsonObject Heading(string text) => Line([Run(text, bold: true)]);

    /// <summary>A line of runs.</summary>
    public static JsonObject Line(IEnumerable<JsonObject> runs, bool apart = true) => new()
    {
        ["type"] = "RichTextBlock",
        ["spacing"] = apart ? "Medium" : "Small",
        ["inlines"] = new JsonArray([.. runs]),
    };

    /// <summary>Words as they are, in at most so many characters.</summary>
    public static JsonObject Run(string text, bool bold = false, bool subtle = false, string? color = null, string? url = null, int most = MostLine)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = TeamsText.ForCard(text, most) is { Length: > 0 } shown ? Spaced(text, shown) : " " };
        if (bold)
            run["weight"] = "Bolder";
        if (subtle)
            run["isSubtle"] = true;
        if (color is not null)
            run["color"] = color;
        if (url is { Length: > 0 })
            run["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = url };
        return run;
    }

    /// <summary>Cells beside each other, the first as wide as its words.</summary>
    public static JsonObject Row(JsonObject left, JsonObject right) => new()
    {
        ["type"] = "ColumnSet",
        ["spacing"] = "Small",
        ["columns"] = new JsonArray(Column("110px", left), Column("stretch", right)),
    };

    /// <summary>A button that asks the bot; clients that cannot wait for an answer submit the same.</summary>
    public static JsonObject Ask(string title, string verb, JsonObject data)
    {
        var submit = data.DeepClone().AsObject();
        submit["verb"] = verb;
        return new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = title,
            ["verb"] = verb,
            ["data"] = data,
            ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = submit },
        };
    }

    /// <summary>A button that says something as if the person had written it.</summary>
    public static JsonObject Say(string text)
    {
        string said = TeamsText.ForCard(text, MostTitle);
        return new JsonObject { ["type"] = "Action.Submit", ["title"] = said, ["data"] = new JsonObject { ["msteams"] = new JsonObject { ["type"] = "imBack", ["value"] = said } } };
    }

    /// <summary>Buttons within a card's body.</summary>
    public static JsonObject Buttons(IEnumerable<JsonObject> actions) => new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. actions]) };

    /// <summary>An article by name, linked where it has an address.</summary>
    public static IEnumerable<JsonObject> Article(string title, string? publisher, string? date, string url)
    {
        yield return Run(title, url: url);
        string who = string.Join(", ", new[] { publisher, date }.OfType<string>());
        if (who.Length > 0)
            yield return Run($"  {who}", subtle: true);
    }

    /// <summary>A cited article and its quotes.</summary>
    public static IEnumerable<JsonObject> Source(Source source)
    {
        yield return Line([Run($"[{source.N}] ", bold: true), .. source.IsBrief ? [Run(ArticleName.Of(source), url: source.Url)] : Article(source.Title, source.Publisher, source.Date, source.Url)]);
        foreach (var quote in source.Quotes)
            yield return Line([Run($"“{quote.Text}”", subtle: true)], apart: false);
    }

    private static JsonObject Column(string width, JsonObject item) => new() { ["type"] = "Column", ["width"] = width, ["items"] = new JsonArray(item) };

    // Folding takes the blanks at both ends away, which keep runs apart.
    private static string Spaced(string text, string shown) => $"{(text[0] == ' ' ? " " : "")}{shown}{(text[^1] == ' ' ? " " : "")}";
}

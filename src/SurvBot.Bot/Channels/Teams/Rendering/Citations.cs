using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Teams.Rendering;

/// <summary>The entity that labels a message as made by AI and gives its [n] their sources.</summary>
/// <remarks>By "Bot messages with AI-generated content" of the Teams documentation: one such entity a message, a name of at most 80 and an abstract of at most 160 characters a citation. It allows 20 citations now and allowed 10 before.</remarks>
internal static class Citations
{
    private const int MostCitations = 10, MostName = 80, MostAbstract = 160, MostKeywords = 3, MostKeyword = 28;

    /// <summary>The entity, with the sources whose numbers stand in the text.</summary>
    public static JsonElement Label(IEnumerable<Source> sources) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["type"] = "https://schema.org/Message",
        ["@type"] = "Message",
        ["@context"] = "https://schema.org",
        ["@id"] = "",
        ["additionalType"] = new JsonArray("AIGeneratedContent"),
        ["citation"] = new JsonArray([.. sources.Take(MostCitations).Select(Claim)]),
    });

    private static JsonObject Claim(Source source)
    {
        var appearance = new JsonObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = OrElse(TeamsText.Plain(source.IsBrief ? ArticleName.Of(source) : source.Title, MostName), "Untitled article"),
            // The popover leads with it: who says so and when is what a reader looks for first.
            ["abstract"] = TeamsText.Plain($"{OrElse(ArticleName.Dated(source), "Unknown publisher")}{(source.Quotes is [var quote, ..] ? $": {quote.Text}" : "")}", MostAbstract),
        };
        if (source.Url.Length > 0)
            appearance["url"] = source.Url;
        string[] keywords = [.. new[] { source.Publisher, source.Date }.OfType<string>().Select(word => TeamsText.Plain(word, MostKeyword)).Where(word => word.Length > 0).Take(MostKeywords)];
        if (keywords.Length > 0)
            appearance["keywords"] = new JsonArray([.. keywords.Select(word => JsonValue.Create(word))]);
        return new JsonObject { ["@type"] = "Claim", ["position"] = source.N, ["appearance"] = appearance };
    }

    private static string OrElse(string text, string other) => text.Length > 0 ? text : other;
}

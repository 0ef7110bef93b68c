using System.Text.Json.Nodes;

namespace SurvBot.Bot.Channels.Teams.Rendering;

/// <summary>What a block of a reply becomes in Teams.</summary>
/// <param name="Text">Paragraphs of markdown, where [n] become links to citations.</param>
/// <param name="Card">Elements of the card below the text.</param>
/// <param name="Behind">Elements that the card shows after a click.</param>
internal sealed record TeamsBlock(IReadOnlyList<string> Text, IReadOnlyList<JsonObject> Card, IReadOnlyList<JsonObject> Behind)
{
    public static TeamsBlock Nothing { get; } = new([], [], []);

    public static TeamsBlock Said(params IReadOnlyList<string> paragraphs) => Nothing with { Text = paragraphs };

    public static TeamsBlock Shown(params IReadOnlyList<JsonObject> elements) => Nothing with { Card = elements };

    public static TeamsBlock Kept(params IReadOnlyList<JsonObject> elements) => Nothing with { Behind = elements };

    public static TeamsBlock Join(IEnumerable<TeamsBlock> blocks)
    {
        var all = blocks.ToList();
        return new([.. all.SelectMany(block => block.Text)], [.. all.SelectMany(block => block.Card)], [.. all.SelectMany(block => block.Behind)]);
    }
}

using System.Text.Json.Nodes;

namespace SurvBot.Bot.Channels.Teams.Rendering;

/// <summary>What a block of a reply becomes in Teams.</summary>
/// <param name="Text">Paragraphs of markdown, where [n] become links to citations.</param>
/// <param name="Card">Elements of the card below the text.</param>
internal sealed record TeamsBlock(IReadOnlyList<string> Text, IReadOnlyList<JsonObject> Card)
{
    public static TeamsBlock Nothing { get; } = new([], []);

    public static TeamsBlock Said(params string[] paragraphs) => new(paragraphs, []);

    public static TeamsBlock Join(IEnumerable<TeamsBlock> blocks)
    {
        var all = blocks.ToList();
        return new([.. all.SelectMany(block => block.Text)], [.. all.SelectMany(block => block.Card)]);
    }
}

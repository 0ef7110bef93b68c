using System.Text.Json;

namespace SurvBot.Tests.Channels.Slack;

/// <summary>What Slack refuses in a message, by "Block Kit" of its documentation; a breach names the block.</summary>
internal static class BlockKitLimits
{
    // chat.postMessage recommends 4,000 characters of text; about 13,200 in all blocks were measured to be too many (slackapi/bolt-js#2509).
    private const int MostText = 4000, MostInAll = 12_000, MostBlocks = 50;

    private static readonly string[] Styles = ["bold", "italic", "strike", "code"], Statuses = ["pending", "in_progress", "complete", "error"];

    /// <summary>What is wrong with a message, nothing for one that Slack takes.</summary>
    public static IEnumerable<string> Breaches(string text, JsonElement json)
    {
        var blocks = json.EnumerateArray().ToList();
        var breaches = new List<string>();
        if (text.Length is 0 or > MostText)
            breaches.Add($"text has {text.Length} characters");
        if (blocks.Count > MostBlocks)
            breaches.Add($"{blocks.Count} blocks");
        for (int i = 0; i < blocks.Count; i++)
            breaches.AddRange(OfBlock(blocks[i]).Select(breach => $"blocks[{i}] ({Text(blocks[i], "type")}): {breach}"));
        if (Strings(json, "text").Concat(Strings(json, "url")).Sum(words => words.Length) is var all and >= MostInAll)
            breaches.Add($"{all} characters in all");
        breaches.AddRange(Strings(json, "action_id").GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"action {same.Key} {same.Count()} times"));
        breaches.AddRange(Strings(json, "block_id").GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"block {same.Key} {same.Count()} times"));
        return breaches;
    }

    /// <summary>Every string member of that name, however deep.</summary>
    public static IEnumerable<string> Strings(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.Name == name && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Strings(member.Value, name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Strings(item, name)),
        _ => [],
    };

    internal static IEnumerable<string> OfBlock(JsonElement block) =>
    [
        .. Length(block, "block_id", 255, isNeeded: false),
        .. Text(block, "type") switch
        {
            "rich_text" => Elements(block, 1, int.MaxValue, OfPart),
            "section" => Plain(block, "text", 3000),
            "header" => Plain(block, "text", 150),
            "context" => Elements(block, 1, 10, element => Length(element, "text", 3000)),
            "actions" => Elements(block, 1, 25, OfButton),
            "context_actions" => Elements(block, 1, 5, OfFeedback),
            "task_card" => [.. Length(block, "task_id", 255), .. Length(block, "title", 300), .. Statuses.Contains(Text(block, "status")) ? [] : new[] { "no such status" }],
            _ => ["no such block"],
        },
    ];

    private static IEnumerable<string> OfPart(JsonElement part) => Text(part, "type") switch
    {
        "rich_text_section" or "rich_text_quote" => Elements(part, 1, int.MaxValue, OfRun),
        "rich_text_preformatted" => Elements(part, 1, int.MaxValue, run => [.. OfRun(run), .. run.TryGetProperty("style", out _) ? ["style in preformatted words"] : Array.Empty<string>()]),
        "rich_text_list" => [.. Text(part, "style") is "bullet" or "ordered" ? [] : new[] { "no such list" }, .. Elements(part, 1, int.MaxValue, item => Text(item, "type") == "rich_text_section" ? OfPart(item) : ["a list of something else than sections"])],
        var other => [$"no part {other}"],
    };

    private static IEnumerable<string> OfRun(JsonElement run) =>
    [
        .. run.TryGetProperty("style", out var style) ? style.EnumerateObject().Where(member => !Styles.Contains(member.Name)).Select(member => $"no style {member.Name}") : [],
        .. Text(run, "type") switch
        {
            "text" => Length(run, "text", 3002),
            "link" => [.. Length(run, "text", 3002), .. Length(run, "url", 3000), .. Uri.TryCreate(Text(run, "url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? [] : new[] { "no link" }],
            "channel" => Length(run, "channel_id", 20),
            var other => [$"no run {other}"],
        },
    ];

    private static IEnumerable<string> OfButton(JsonElement button) =>
        [.. Text(button, "type") == "button" ? [] : new[] { "no button" }, .. Length(button, "action_id", 255), .. Length(button, "value", 2000), .. Length(button, "url", 3000, isNeeded: false), .. Plain(button, "text", 75)];

    private static IEnumerable<string> OfFeedback(JsonElement element) => Text(element, "type") == "feedback_buttons"
        ? [.. Length(element, "action_id", 255), .. new[] { "positive_button", "negative_button" }.SelectMany(name => element.TryGetProperty(name, out var thumb) ? [.. Length(thumb, "value", 2000), .. Plain(thumb, "text", 75)] : new[] { $"no {name}" })]
        : ["something else than feedback"];

    private static IEnumerable<string> Elements(JsonElement parent, int least, int most, Func<JsonElement, IEnumerable<string>> check)
    {
        if (!parent.TryGetProperty("elements", out var elements))
            return ["no elements"];
        int count = elements.GetArrayLength();
        return [.. count >= least && count <= most ? [] : new[] { $"{count} elements" }, .. elements.EnumerateArray().SelectMany(check)];
    }

    internal static IEnumerable<string> Plain(JsonElement parent, string name, int most) =>
        parent.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.Object && Text(text, "type") is "plain_text" or "mrkdwn" ? Length(text, "text", most) : [$"no {name}"];

    internal static IEnumerable<string> Length(JsonElement parent, string name, int most, bool isNeeded = true) =>
        Text(parent, name) is { } text ? text.Length >= 1 && text.Length <= most ? [] : [$"{name} has {text.Length} characters"] : isNeeded ? [$"no {name}"] : [];

    internal static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

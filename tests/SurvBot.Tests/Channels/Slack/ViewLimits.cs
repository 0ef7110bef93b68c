using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurvBot.Tests.Channels.Slack;

/// <summary>What Slack refuses in a dialog or in the app's home, by "Views" and "Block Kit" of its documentation; a breach names the block.</summary>
internal static class ViewLimits
{
    private const int MostBlocks = 100, MostBytes = 250_000, MostTitle = 24, MostCarried = 3000, MostOption = 75, MostValue = 150, MostOptions = 100, MostRadio = 10;

    public static IEnumerable<string> Breaches(JsonObject view)
    {
        var json = JsonElement.Parse(view.ToJsonString());
        var blocks = json.GetProperty("blocks").EnumerateArray().ToList();
        return
        [
            .. BlockKitLimits.Text(json, "type") switch
            {
                "home" => [],
                "modal" => [.. BlockKitLimits.Length(json, "callback_id", 255), .. BlockKitLimits.Plain(json, "title", MostTitle), .. BlockKitLimits.Plain(json, "submit", MostTitle), .. BlockKitLimits.Plain(json, "close", MostTitle)],
                _ => new[] { "no such view" },
            },
            .. BlockKitLimits.Length(json, "private_metadata", MostCarried),
            .. blocks.Count > MostBlocks ? new[] { $"{blocks.Count} blocks" } : [],
            .. view.ToJsonString().Length > MostBytes ? new[] { "too large" } : [],
            .. blocks.SelectMany((block, i) => OfBlock(block).Select(breach => $"blocks[{i}]: {breach}")),
            .. BlockKitLimits.Strings(json, "action_id").GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"action {same.Key} {same.Count()} times"),
            .. BlockKitLimits.Strings(json, "block_id").GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"block {same.Key} {same.Count()} times"),
        ];
    }

    private static IEnumerable<string> OfBlock(JsonElement block) => BlockKitLimits.Text(block, "type") == "input"
        ? [.. BlockKitLimits.Length(block, "block_id", 255), .. BlockKitLimits.Plain(block, "label", 2000), .. OfInput(block.GetProperty("element"))]
        : BlockKitLimits.OfBlock(block);

    private static IEnumerable<string> OfInput(JsonElement input) =>
    [
        .. BlockKitLimits.Length(input, "action_id", 255),
        .. BlockKitLimits.Text(input, "type") switch
        {
            "radio_buttons" => [.. Options(input, MostRadio), .. Among([input.GetProperty("initial_option")], input.GetProperty("options").EnumerateArray())],
            "multi_static_select" => OfMenu(input),
            var other => [$"no input {other}"],
        },
    ];

    private static IEnumerable<string> OfMenu(JsonElement menu)
    {
        var groups = menu.GetProperty("option_groups").EnumerateArray().ToList();
        var chosen = menu.TryGetProperty("initial_options", out var initial) ? initial.EnumerateArray().ToList() : [];
        return
        [
            .. groups.Count is 0 or > MostOptions ? new[] { $"{groups.Count} groups" } : [],
            .. BlockKitLimits.Plain(menu, "placeholder", 150),
            .. groups.SelectMany(group => (IEnumerable<string>)[.. BlockKitLimits.Plain(group, "label", 75), .. Options(group, MostOptions)]),
            .. initial.ValueKind == JsonValueKind.Array && chosen.Count == 0 ? new[] { "no initial option" } : [],
            .. Among(chosen, groups.SelectMany(group => group.GetProperty("options").EnumerateArray())),
        ];
    }

    private static IEnumerable<string> Options(JsonElement parent, int most)
    {
        var options = parent.GetProperty("options").EnumerateArray().ToList();
        return
        [
            .. options.Count == 0 || options.Count > most ? new[] { $"{options.Count} options" } : [],
            .. options.SelectMany(option => (IEnumerable<string>)[.. BlockKitLimits.Plain(option, "text", MostOption), .. BlockKitLimits.Length(option, "value", MostValue)]),
            .. options.GroupBy(option => BlockKitLimits.Text(option, "value")).Where(same => same.Count() > 1).Select(same => $"value {same.Key} {same.Count()} times"),
        ];
    }

    private static IEnumerable<string> Among(IEnumerable<JsonElement> chosen, IEnumerable<JsonElement> offered)
    {
        var all = offered.Select(option => option.GetRawText()).ToHashSet();
        return chosen.Where(option => !all.Contains(option.GetRawText())).Select(option => $"{option.GetRawText()} is no option");
    }
}

using System.Text.Json;

namespace SurvBot.Tests.Channels.Slack;

/// <summary>Slack's own description of its methods: the table that tests/peers/slack/methods.mjs makes of the types in npm @slack/web-api.</summary>
internal static class SlackDescriptions
{
    /// <summary>Names of arguments by method.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Find()))!;

    /// <summary>What Slack does not know in a call, nothing where it knows it all.</summary>
    public static IEnumerable<string> Faults(string method, IEnumerable<string> arguments) =>
        All.TryGetValue(method, out var known) ? arguments.Except(known).Select(argument => $"{method} has no {argument}") : [$"there is no {method}"];

    private static string Find()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            if (Path.Combine(above.FullName, "tests/peers/slack/methods.json") is var table && File.Exists(table))
                return table;
        throw new FileNotFoundException("There is no tests/peers/slack/methods.json above the tests.");
    }
}

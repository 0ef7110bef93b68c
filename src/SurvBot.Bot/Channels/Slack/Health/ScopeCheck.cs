using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Slack.Health;

/// <summary>Compares what a token may do with what SurvBot needs to do.</summary>
internal static class ScopeCheck
{
    private const string
        Name = "scopes",
        Missing = "add them under OAuth & Permissions at https://api.slack.com/apps, or replace the manifest by that of 'survbot package slack'; then install the app again",
        Superfluous = "take them out under OAuth & Permissions at https://api.slack.com/apps, unless another program uses this app";

    /// <param name="granted">As the header x-oauth-scopes has them; null where Slack does not say.</param>
    public static IEnumerable<Finding> Of(string? granted) => granted is null
        ? [new(Name, FindingState.Lacking, "Slack does not say which the token has", "compare Bot Token Scopes at https://api.slack.com/apps with the manifest of 'survbot package slack'")]
        : Compare(granted.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static IEnumerable<Finding> Compare(IReadOnlyList<string> granted)
    {
        var missing = SlackApp.Scopes.Where(scope => !granted.Contains(scope.Name)).ToList();
        var superfluous = granted.Except(SlackApp.Scopes.Concat(SlackApp.HearingScopes).Select(scope => scope.Name)).ToList();
        if (missing.Count > 0)
            yield return new(Name, FindingState.Broken, $"missing: {string.Join(", ", missing.Select(scope => $"{scope.Name} for {scope.NeededFor}"))}", Missing);
        if (superfluous.Count > 0)
            yield return new(Name, FindingState.Lacking, $"more than SurvBot uses: {string.Join(", ", superfluous)}", Superfluous);
        if (missing.Count + superfluous.Count == 0)
            yield return new(Name, FindingState.Good, string.Join(", ", granted));
    }
}

using System.Text.Json;

namespace SurvBot.Bot.Channels.Slack.Installations;

/// <summary>What Slack gave when the app was added, by "oauth.v2.access" of Slack's documentation.</summary>
/// <param name="Enterprise">The organisation, or null.</param>
/// <param name="Team">The workspace; null where the app was added to the organisation as a whole.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Token">The bot's.</param>
/// <param name="RefreshToken">Buys the next token, once; null where tokens do not run out.</param>
/// <param name="ExpiresAt">When the token runs out; null for never.</param>
internal sealed record StoredInstallation(string? Enterprise, string? Team, string? Name, string Token, string? RefreshToken, DateTimeOffset? ExpiresAt)
{
    /// <summary>What the app is added to: a workspace, or an organisation.</summary>
    public string Home => Team ?? Enterprise!;

    public SlackInstallation Usable => new(Token);

    /// <summary>Null where the answer does not say what is needed.</summary>
    public static StoredInstallation? Read(JsonElement answer, DateTimeOffset now)
    {
        bool isOrgWide = Member.At(answer, "is_enterprise_install") is { ValueKind: JsonValueKind.True };
        string? enterprise = Member.Text(answer, "enterprise", "id"), team = isOrgWide ? null : Member.Text(answer, "team", "id");
        return (team ?? enterprise) is { Length: > 0 } && Member.Text(answer, "access_token") is { Length: > 0 } token
            ? new StoredInstallation(enterprise, team, Member.Text(answer, isOrgWide ? "enterprise" : "team", "name"), token, Member.Text(answer, "refresh_token"), EndOf(answer, now))
            : null;
    }

    /// <summary>The same with the next token; null where the answer has none.</summary>
    public StoredInstallation? Renewed(JsonElement answer, DateTimeOffset now) => Member.Text(answer, "access_token") is { Length: > 0 } token
        ? this with { Token = token, RefreshToken = Member.Text(answer, "refresh_token") ?? RefreshToken, ExpiresAt = EndOf(answer, now) }
        : null;

    private static DateTimeOffset? EndOf(JsonElement answer, DateTimeOffset now) =>
        Member.At(answer, "expires_in") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetInt64(out long left) ? now.AddSeconds(left) : null;
}

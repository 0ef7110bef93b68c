using System.Text.Json;
using SurvBot.Bot.Channels.Slack.Events;

namespace SurvBot.Bot.Channels.Slack.Chats;

/// <summary>What is needed besides its address to speak in a conversation of Slack.</summary>
/// <param name="Tenant">In whose name.</param>
/// <param name="User">Who spoke there last.</param>
/// <param name="UserTeam">Their workspace.</param>
/// <param name="IsPersonal">Whether nobody else is there.</param>
/// <param name="ResponseUrl">Where answers to the latest command or press on a button go; null where there was none.</param>
internal sealed record SlackRoute(SlackTenant Tenant, string User, string UserTeam, bool IsPersonal, string? ResponseUrl = null)
{
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Null where nothing is known.</summary>
    public static SlackRoute? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<SlackRoute>(json);
}

using System.Text.Json;
using SurvBot.Bot.Channels.Teams.Activities;

namespace SurvBot.Bot.Channels.Teams.Chats;

/// <summary>What is needed besides its address to speak in a chat of Teams.</summary>
/// <param name="ServiceUrl">The latest one that an activity came with.</param>
/// <param name="Kind">"personal", "groupChat" or "channel".</param>
/// <param name="User">The person's id there, in a personal chat; null elsewhere.</param>
internal sealed record TeamsRoute(string ServiceUrl, string Kind, string? User)
{
    /// <summary>Whether nobody else is there: only then an answer can be streamed.</summary>
    public bool IsPersonal => Kind == "personal";

    public string Write() => JsonSerializer.Serialize(this, ActivityJson.Options);

    /// <summary>Null where nothing is known.</summary>
    public static TeamsRoute? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<TeamsRoute>(json, ActivityJson.Options);
}

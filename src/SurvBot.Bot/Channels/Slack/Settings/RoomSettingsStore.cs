using System.Text.Json;
using Dapper;
using SurvBot.Bot.Channels.Slack.Chats;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Replies;

namespace SurvBot.Bot.Channels.Slack.Settings;

/// <summary>Keeps how rooms want to be answered.</summary>
/// <remarks>Every member throws <see cref="ChatStoreException"/> when the file fails.</remarks>
internal sealed class RoomSettingsStore(ChatDatabase database)
{
    private const int MostListed = 20;

    /// <summary>Of a room; the usual ones where nobody has chosen any.</summary>
    public RoomSettings Find(SlackTenant tenant, string room)
    {
        string key = RoomKey(tenant, room);
        return database.Read(connection => connection.QuerySingleOrDefault<string>("SELECT settings FROM room_settings WHERE room_key = @key", new { key })) is { } kept ? Read(kept).Settings : RoomSettings.Usual;
    }

    /// <summary>The rooms of a workspace that this person has set last.</summary>
    public IReadOnlyList<RoomAsSet> ListSetBy(SlackTenant tenant, string user)
    {
        string key = UserKey(tenant, user);
        return database.Read(connection => connection.Query<string>("SELECT settings FROM room_settings WHERE user_key = @key ORDER BY rowid DESC LIMIT @MostListed", new { key, MostListed }).Select(Read).ToList());
    }

    /// <summary>Keeps what a person has chosen for a room; of the usual nothing is kept.</summary>
    public Task KeepAsync(SlackTenant tenant, string room, string user, RoomSettings settings, CancellationToken cancellationToken)
    {
        var row = new
        {
            Room = RoomKey(tenant, room),
            Workspace = Key.Of(SlackPlace.ChannelName, tenant.Team),
            Home = SlackPlace.HomeKey(tenant.Home),
            User = UserKey(tenant, user),
            Settings = JsonSerializer.Serialize(new RoomAsSet(room, settings), ReplyJson.Options),
        };
        return database.WriteAsync(connection => connection.Execute(settings.IsUsual ? "DELETE FROM room_settings WHERE room_key = @Room" : """
            INSERT INTO room_settings (room_key, workspace_key, home_key, user_key, settings) VALUES (@Room, @Workspace, @Home, @User, @Settings)
            ON CONFLICT (room_key) DO UPDATE SET user_key = excluded.user_key, home_key = excluded.home_key, settings = excluded.settings
            """, row), cancellationToken);
    }

    private static RoomAsSet Read(string json) => JsonSerializer.Deserialize<RoomAsSet>(json, ReplyJson.Options)!;

    private static string RoomKey(SlackTenant tenant, string room) => Key.Of(SlackPlace.ChannelName, tenant.Team, room);

    private static string UserKey(SlackTenant tenant, string user) => Key.Of(SlackPlace.ChannelName, tenant.Team, user);
}

/// <summary>A room and how it wants to be answered.</summary>
internal sealed record RoomAsSet(string Room, RoomSettings Settings);

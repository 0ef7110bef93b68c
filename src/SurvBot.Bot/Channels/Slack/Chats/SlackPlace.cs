using System.Globalization;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Slack.Chats;

/// <summary>Where something was said and by whom.</summary>
/// <param name="Address">
/// Workspace is the app's own, room the Slack channel; thread is the message that the thread is under, a person with a slash before them where only they
/// are to see the answer, or empty for the room itself.
/// </param>
/// <param name="UserId">Who.</param>
/// <param name="Route">How to answer there.</param>
internal sealed record SlackPlace(Address Address, string UserId, SlackRoute Route)
{
    public const string ChannelName = "slack";

    private const string OnlyFor = "/";

    /// <summary>Where a message stands; null where it does not say who or where.</summary>
    public static SlackPlace? Of(SlackEvent said) => said is { User: { Length: > 0 } user, Room: { Length: > 0 } room, Ts: { Length: > 0 } ts }
        ? Thread(said.Tenant, room, said.ThreadTs ?? ts, user, said.UserTeam, said.RoomKind == "im")
        : null;

    /// <summary>Where a message stood that was deleted.</summary>
    public static SlackPlace? OfDeleted(SlackEvent said) => said is { Deleted: { } gone, Room: { Length: > 0 } room }
        ? Thread(said.Tenant, room, gone.ThreadTs ?? gone.Ts, gone.User, null, said.RoomKind == "im")
        : null;

    /// <summary>For the eyes of who uses a command.</summary>
    public static SlackPlace Of(SlackCommand command) => Only(command.Tenant, command.Room, command.User, command.ResponseUrl);

    /// <summary>Where a button was pressed.</summary>
    public static SlackPlace? Of(SlackInteraction pressed) => pressed is not { Room: { Length: > 0 } room } ? null
        : pressed.IsEphemeral ? Only(pressed.Tenant, room, pressed.User, pressed.ResponseUrl)
        : pressed is { Ts: { Length: > 0 } ts } ? Thread(pressed.Tenant, room, pressed.ThreadTs ?? ts, pressed.User, null, IsPersonalRoom(room))
        : null;

    /// <summary>The room itself, for all who are in it.</summary>
    public static SlackPlace Open(SlackInteraction pressed, string room) =>
        new(new Address(ChannelName, pressed.Tenant.Team, room, ""), pressed.User, new SlackRoute(pressed.Tenant, pressed.User, pressed.Tenant.Team, IsPersonalRoom(room), pressed.ResponseUrl));

    /// <summary>Who alone is to see what is said there; null where others are.</summary>
    public static string? OnlyReader(Address address) => address.Thread.StartsWith(OnlyFor, StringComparison.Ordinal) ? address.Thread[OnlyFor.Length..] : null;

    /// <summary>The message that the thread is under; null where it is none.</summary>
    public static string? ThreadOf(Address address) => address.Thread.Length > 0 && OnlyReader(address) is null ? address.Thread : null;

    /// <summary>What the app is removed from.</summary>
    public static string HomeKey(string home) => Key.Of(ChannelName, "home", home);

    /// <summary>When a message was written: its name is its time.</summary>
    public static DateTimeOffset? TimeOf(string? ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds) && seconds < 10_000_000_000m
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;

    /// <summary>How to reply there, to be kept.</summary>
    public ReplyRoute Reply(IncomingMessage message) => new(Address.ConversationId, message.WorkspaceKey, HomeKey(Route.Tenant.Home),
        Route.IsPersonal || OnlyReader(Address) is not null ? message.UserKey : null, Route.Write());

    /// <summary>Something said there.</summary>
    /// <param name="delivery">The platform's name for what brought it.</param>
    /// <param name="id">The platform's name for it.</param>
    /// <param name="text">What was said.</param>
    /// <param name="sentAt">When.</param>
    public IncomingMessage Message(string delivery, string id, string text, DateTimeOffset sentAt) =>
        new() { Address = Address, DeliveryId = delivery, MessageId = id, UserId = UserId, Text = text, SentAt = sentAt };

    private static SlackPlace Thread(SlackTenant tenant, string room, string thread, string user, string? userTeam, bool isPersonal) =>
        new(new Address(ChannelName, tenant.Team, room, thread), user, new SlackRoute(tenant, user, userTeam ?? tenant.Team, isPersonal));

    private static SlackPlace Only(SlackTenant tenant, string room, string user, string? responseUrl) =>
        new(new Address(ChannelName, tenant.Team, room, OnlyFor + user), user, new SlackRoute(tenant, user, tenant.Team, IsPersonalRoom(room), responseUrl));

    private static bool IsPersonalRoom(string room) => room.StartsWith('D');
}

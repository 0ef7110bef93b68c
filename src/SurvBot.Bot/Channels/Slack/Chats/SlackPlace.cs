using System.Globalization;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Slack.Chats;

/// <summary>Where something was said and by whom.</summary>
/// <param name="Address">
/// Workspace is the app's own, room the Slack channel; thread is the message that the thread is under, or empty for the room itself; where only one person
/// is to see the answer, they follow it after a slash.
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
    public static SlackPlace Of(SlackCommand command) => Only(command.Tenant, command.Room, null, command.User, command.ResponseUrl);

    /// <summary>Where a button was pressed.</summary>
    public static SlackPlace? Of(SlackInteraction pressed) => pressed is not { Room: { Length: > 0 } room } ? null
        : pressed.IsEphemeral ? Aside(pressed, room)
        : pressed is { Ts: { Length: > 0 } ts } ? Thread(pressed.Tenant, room, pressed.ThreadTs ?? ts, pressed.User, null, IsPersonalRoom(room))
        : null;

    /// <summary>Beside a message, for the eyes of who pressed something there.</summary>
    public static SlackPlace Aside(SlackInteraction pressed, string room) => Only(pressed.Tenant, room, pressed.ThreadTs, pressed.User, pressed.ResponseUrl);

    /// <summary>The thread under a message that the bot wrote in answer to a press elsewhere.</summary>
    public static SlackPlace Under(SlackInteraction pressed, string room, string ts) => Thread(pressed.Tenant, room, ts, pressed.User, null, IsPersonalRoom(room));

    /// <summary>The room itself, for all who are in it.</summary>
    public static SlackPlace Open(SlackInteraction pressed, string room) =>
        new(new Address(ChannelName, pressed.Tenant.Team, room, ""), pressed.User, new SlackRoute(pressed.Tenant, pressed.User, pressed.Tenant.Team, IsPersonalRoom(room), pressed.ResponseUrl));

    /// <summary>Who alone is to see what is said there; null where others are.</summary>
    public static string? OnlyReader(Address address) => address.Thread.Split(OnlyFor, 2) is [_, var reader] ? reader : null;

    /// <summary>The thread in which only one person is to see something; null where that is the room itself.</summary>
    public static string? ThreadOfReader(Address address) => address.Thread.Split(OnlyFor, 2) is [{ Length: > 0 } thread, _] ? thread : null;

    /// <summary>The message that the thread is under; null where it is none.</summary>
    public static string? ThreadOf(Address address) => address.Thread.Length > 0 && OnlyReader(address) is null ? address.Thread : null;

    /// <summary>What the app is removed from.</summary>
    public static string HomeKey(string home) => Key.Of(ChannelName, "home", home);

    /// <summary>Whose all is that is said in a workspace, as in <see cref="IncomingMessage.WorkspaceKey"/>.</summary>
    public static string WorkspaceKey(SlackTenant tenant) => Key.Of(ChannelName, tenant.Team);

    /// <summary>When a message was written: its name is its time.</summary>
    public static DateTimeOffset? TimeOf(string? ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds) && seconds < 10_000_000_000m
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;

    /// <summary>The same for the eyes of who speaks there.</summary>
    /// <param name="thread">The thread that it was said in; null for the room. Slack shows such answers in threads only that are there already.</param>
    public SlackPlace ForWhoAsks(string? thread) => this with { Address = Address with { Thread = thread + OnlyFor + UserId } };

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

    private static SlackPlace Only(SlackTenant tenant, string room, string? thread, string user, string? responseUrl) =>
        new(new Address(ChannelName, tenant.Team, room, thread + OnlyFor + user), user, new SlackRoute(tenant, user, tenant.Team, IsPersonalRoom(room), responseUrl));

    /// <summary>Whether it is a room that one person has with the bot.</summary>
    public static bool IsPersonalRoom(string room) => room.StartsWith('D');
}

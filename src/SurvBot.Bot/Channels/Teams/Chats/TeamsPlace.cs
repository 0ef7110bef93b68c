using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Teams.Chats;

/// <summary>Where an activity was sent and by whom.</summary>
/// <param name="Address">Workspace is the tenant, room the chat or channel, thread the channel's thread.</param>
/// <param name="UserId">The person in their directory, else by Teams's own name for them.</param>
/// <param name="Route">How to answer there.</param>
/// <param name="Home">What the app is added to and removed from: a team, or a chat.</param>
internal sealed record TeamsPlace(Address Address, string UserId, TeamsRoute Route, string Home)
{
    public const string ChannelName = "teams";

    private const string ThreadMark = ";messageid=";

    /// <summary>Null where it does not say who, where, or how to answer.</summary>
    public static TeamsPlace? Of(Activity activity)
    {
        if (activity is not { ServiceUrl: { Length: > 0 } serviceUrl, Conversation: { Id: { Length: > 0 } conversation } chat, From: { } from } || (from.AadObjectId ?? from.Id) is not { Length: > 0 } user)
            return null;
        string tenant = chat.TenantId ?? Member.Text(activity.ChannelData, "tenant", "id") ?? "";
        int mark = conversation.IndexOf(ThreadMark, StringComparison.Ordinal);
        var address = mark < 0 ? new Address(ChannelName, tenant, conversation, "") : new Address(ChannelName, tenant, conversation[..mark], conversation[(mark + ThreadMark.Length)..]);
        string kind = chat.ConversationType ?? (chat.IsGroup == true ? "groupChat" : "personal");
        return new TeamsPlace(address, user, new TeamsRoute(serviceUrl, kind, kind == "personal" ? from.Id : null), Member.Text(activity.ChannelData, "team", "id") ?? address.Room);
    }

    /// <summary>The conversation's id as Teams writes it.</summary>
    public static string ConversationOf(Address address) => address.Thread.Length == 0 ? address.Room : $"{address.Room}{ThreadMark}{address.Thread}";

    public string HomeKey => Key.Of(ChannelName, Address.Workspace, Home);

    /// <summary>Something said there.</summary>
    /// <param name="id">The platform's name for it.</param>
    /// <param name="text">What was said.</param>
    /// <param name="sentAt">When.</param>
    public IncomingMessage Message(string id, string text, DateTimeOffset sentAt) => new() { Address = Address, DeliveryId = id, MessageId = id, UserId = UserId, Text = text, SentAt = sentAt };
}

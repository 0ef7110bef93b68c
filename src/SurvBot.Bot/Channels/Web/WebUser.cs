using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Web;

/// <summary>Whoever uses one browser. The name is made by the page and cannot be guessed: knowing it is what gives access to its conversations.</summary>
internal sealed record WebUser(string Id)
{
    public const string Header = "X-SurvBot-User";
    public const string Missing = $"Send a UUID of your own as the header {Header}: conversations are kept by it.";

    /// <summary>The user that the request names, or null.</summary>
    public static WebUser? Of(HttpContext context) => Guid.TryParse(context.Request.Headers[Header], out var id) ? new WebUser(id.ToString()) : null;

    public string Key => Message(Guid.Empty, Guid.Empty, "", DateTimeOffset.UnixEpoch, null).UserKey;

    public string ConversationId(Guid conversation) => AddressOf(conversation).ConversationId;

    /// <summary>A message of theirs.</summary>
    public IncomingMessage Message(Guid conversation, Guid message, string text, DateTimeOffset sentAt, DateTimeOffset? asOf) => new()
    {
        Address = AddressOf(conversation),
        DeliveryId = $"{Id}/{message}",
        MessageId = message.ToString(),
        UserId = Id,
        Text = text,
        SentAt = sentAt,
        AsOf = asOf,
    };

    private Address AddressOf(Guid conversation) => new(WebChannel.ChannelName, WebChannel.Workspace, Id, conversation.ToString());
}

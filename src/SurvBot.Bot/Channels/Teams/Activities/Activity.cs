using System.Text.Json;

namespace SurvBot.Bot.Channels.Teams.Activities;

/// <summary>What the platform and the bot send each other, as far as SurvBot reads and writes it.</summary>
/// <remarks>
/// What comes in is anybody's text: <see cref="ActivityReader"/> leaves out what has an unexpected form, so everything but the type may be absent.
/// By Microsoft's "Bot Framework -- Activity" schema 3.x and the Teams additions to it.
/// </remarks>
public sealed record Activity
{
    /// <summary>"message", "invoke", "conversationUpdate", "installationUpdate", "typing", ….</summary>
    public required string Type { get; init; }

    /// <summary>The platform's name for it; sent again by the platform, it has the same.</summary>
    public string? Id { get; init; }

    /// <summary>Which invoke or event it is.</summary>
    public string? Name { get; init; }

    /// <summary>When it was sent, in UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>When it was sent, with the sender's offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; init; }

    /// <summary>The sender's language, such as "en-US".</summary>
    public string? Locale { get; init; }

    /// <summary>"msteams".</summary>
    public string? ChannelId { get; init; }

    /// <summary>Where answers go. The latest one seen of a conversation is the one to use.</summary>
    public string? ServiceUrl { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    /// <summary>Its text, with mentions as <c>&lt;at&gt;</c> elements.</summary>
    public string? Text { get; init; }

    /// <summary>"plain", "markdown" or "xml".</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a notification shows of an activity that consists of cards.</summary>
    public string? Summary { get; init; }

    /// <summary>Mentions, the AI label, stream information and whatever else; objects only, kept as they are.</summary>
    public IReadOnlyList<JsonElement> Entities { get; init; } = [];

    /// <summary>What only Teams knows of: tenant, team, event type, feedback loop.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>An invoke's parameters, or what an action of a card sends.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The activity that this one answers or is about.</summary>
    public string? ReplyToId { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>"list" or "carousel".</summary>
    public string? AttachmentLayout { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>Of an installationUpdate: "add", "add-upgrade", "remove", "remove-upgrade".</summary>
    public string? Action { get; init; }

    public IReadOnlyList<ChannelAccount> MembersAdded { get; init; } = [];

    public IReadOnlyList<ChannelAccount> MembersRemoved { get; init; } = [];
}

/// <summary>A person, or a bot, as one channel names it.</summary>
/// <param name="Id">"29:…" for a person, "28:" and the app id for a bot.</param>
/// <param name="Name">For people to read; anybody chooses their own.</param>
/// <param name="AadObjectId">The person in their directory, a GUID.</param>
/// <param name="Role">"user" or "bot".</param>
public sealed record ChannelAccount(string? Id, string? Name = null, string? AadObjectId = null, string? Role = null);

/// <summary>Where it was said.</summary>
/// <param name="Id">A chat; in a channel also the thread, after ";messageid=".</param>
/// <param name="ConversationType">"personal", "groupChat" or "channel".</param>
/// <param name="TenantId">The directory of those who talk, a GUID.</param>
/// <param name="IsGroup">Whether more than one person can be there.</param>
/// <param name="Name">For people to read.</param>
public sealed record ConversationAccount(string? Id, string? ConversationType = null, string? TenantId = null, bool? IsGroup = null, string? Name = null);

/// <summary>A card or file that comes with a message.</summary>
/// <param name="ContentType">Its media type, for cards "application/vnd.microsoft.card.…".</param>
/// <param name="Content">A card itself.</param>
/// <param name="ContentUrl">Where a file is.</param>
/// <param name="Name">A file's name.</param>
public sealed record Attachment(string? ContentType, JsonElement? Content = null, string? ContentUrl = null, string? Name = null);

/// <summary>Buttons under a message.</summary>
/// <param name="Actions">Teams shows the first three.</param>
/// <param name="To">Ids of those who see them; in Teams everybody does.</param>
public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions, IReadOnlyList<string> To);

/// <param name="Type">"imBack" says the value as if the person had typed it.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Value">What it does.</param>
public sealed record CardAction(string? Type, string? Title, JsonElement? Value);

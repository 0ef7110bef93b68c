using System.Text.Json.Serialization;

namespace SurvBot.Bot.Conversations;

/// <summary>What somebody wrote, free of any channel's wire format.</summary>
public sealed record IncomingMessage
{
    /// <summary>In the name of a message that was edited, what stands between the platform's name for it and the edit's.</summary>
    public const string EditMark = "/edited/";

    /// <summary>Where it was written.</summary>
    public required Address Address { get; init; }

    /// <summary>The platform's name for this delivery within its room; when it tries again it is the same.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The platform's name for the message within its room; two events about one message share it.</summary>
    public required string MessageId { get; init; }

    /// <summary>Who wrote it, by the platform's name for them within the workspace.</summary>
    public required string UserId { get; init; }

    /// <summary>In their own words, without the mention of the bot.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The instant it asks about, where the person chose one; else when it was written.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Publishers (proper names) whose articles alone may answer, where the place is so set; null for all.</summary>
    public IReadOnlyList<string>? Publishers { get; init; }

    /// <summary>What the reply says first, where the question is not in the words of who asks; null for nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether it leans on nothing that was said before in its conversation.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Our name for the message and for the reply to it: the same however often it is delivered.</summary>
    [JsonIgnore]
    public string Id => Key.Of(Address.Channel, Address.Workspace, Address.Room, MessageId);

    /// <summary>Names the person without giving them away.</summary>
    [JsonIgnore]
    public string UserKey => Key.Of(Address.Channel, Address.Workspace, UserId);

    /// <summary>Names the workspace without giving it away.</summary>
    [JsonIgnore]
    public string WorkspaceKey => Key.Of(Address.Channel, Address.Workspace);
}

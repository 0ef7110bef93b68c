namespace SurvBot.Bot.Channels.Slack.Events;

/// <summary>Something that Slack lets the app know: an <see cref="SlackEvent"/>, <see cref="SlackCommand"/> or <see cref="SlackInteraction"/>.</summary>
public abstract record SlackRequest
{
    /// <summary>Whose it is.</summary>
    public required SlackTenant Tenant { get; init; }
}

/// <summary>Something happened in Slack.</summary>
/// <remarks>What an event does not say is null or empty.</remarks>
public sealed record SlackEvent : SlackRequest
{
    /// <summary>The same each time that Slack tries to deliver this event.</summary>
    public required string EventId { get; init; }

    /// <summary>When it happened, in whole seconds.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>"message", "app_mention", "app_uninstalled", ….</summary>
    public required string Type { get; init; }

    /// <summary>What kind of message it is: "message_changed", "file_share", …; null for a plain one.</summary>
    public string? Subtype { get; init; }

    /// <summary>The bot's own user in this workspace.</summary>
    public string? Bot { get; init; }

    /// <summary>Who did it.</summary>
    public string? User { get; init; }

    /// <summary>The workspace of who did it, where it is another one.</summary>
    public string? UserTeam { get; init; }

    /// <summary>The bot that wrote it, if one did.</summary>
    public string? BotId { get; init; }

    public string? Room { get; init; }

    /// <summary>"im" where one person talks with the bot, "mpim", "channel", "group".</summary>
    public string? RoomKind { get; init; }

    /// <summary>Slack's name for the message within its room, which is also its time.</summary>
    public string? Ts { get; init; }

    /// <summary>The message that the thread is under.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>With Slack's escapes and mentions.</summary>
    public string? Text { get; init; }

    /// <summary>Which part of the app's home was opened: "home" or "messages".</summary>
    public string? Tab { get; init; }

    /// <summary>The message that was deleted.</summary>
    public DeletedMessage? Deleted { get; init; }

    /// <summary>Messages whose streaming somebody stopped.</summary>
    public IReadOnlyList<string> Stopped { get; init; } = [];

    /// <summary>Whether a bot's token was revoked, not only a person's.</summary>
    public bool RevokesBot { get; init; }

    /// <summary>Whether somebody takes back what they gave: words, or the app's place among them. That is heeded whoever they are.</summary>
    public bool TakesBack => Deleted is not null || Type is "app_uninstalled" or "tokens_revoked";
}

/// <summary>A message that is no more.</summary>
public sealed record DeletedMessage(string User, string Ts, string? ThreadTs);

/// <summary>Somebody used the slash command. It cannot be used inside a thread.</summary>
public sealed record SlackCommand : SlackRequest
{
    public required string User { get; init; }

    public required string Room { get; init; }

    /// <summary>What follows the command.</summary>
    public required string Text { get; init; }

    /// <summary>Where answers go: five, within half an hour.</summary>
    public required string ResponseUrl { get; init; }

    /// <summary>Names this use of the command; with it a dialog can be opened within three seconds.</summary>
    public required string TriggerId { get; init; }
}

/// <summary>Somebody pressed a button, or sent off a dialog.</summary>
public sealed record SlackInteraction : SlackRequest
{
    /// <summary>"block_actions", "view_submission", "message_action", ….</summary>
    public required string Type { get; init; }

    public required string User { get; init; }

    public string? Room { get; init; }

    /// <summary>The message that the button is on.</summary>
    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    /// <summary>Whether only one person sees the message.</summary>
    public bool IsEphemeral { get; init; }

    public string? ActionId { get; init; }

    /// <summary>When it was pressed; no other press has it.</summary>
    public string? ActionTs { get; init; }

    /// <summary>What the button carries.</summary>
    public string? Value { get; init; }

    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }

    /// <summary>What a dialog or shortcut is called.</summary>
    public string? CallbackId { get; init; }

    /// <summary>What the dialog was given to carry.</summary>
    public string? Carried { get; init; }

    /// <summary>What stands in the message that a shortcut was used on.</summary>
    public string? MessageText { get; init; }

    /// <summary>What was filled in or chosen, by the name of its action.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>What was chosen where several things can be, by the name of its action.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

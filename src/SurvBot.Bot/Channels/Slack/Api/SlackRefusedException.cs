using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Api;

/// <summary>Slack does not take something, and so has not posted it.</summary>
/// <param name="code">Slack's word for it, such as "channel_not_found".</param>
/// <param name="detail">What it said besides; null for nothing.</param>
public sealed class SlackRefusedException(string code, string? detail = null) : Exception($"Slack refused it: {code}{(detail is null ? "" : $", {detail}")}")
{
    /// <summary>What cannot succeed however often it is tried, until a person changes something.</summary>
    private static readonly HashSet<string> ForGood =
    [
        "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "missing_scope", "no_permission", "channel_not_found", "not_in_channel", "user_not_in_channel",
        "is_archived", "msg_too_long", "msg_blocks_too_long", "invalid_blocks", "no_text", "messages_tab_disabled", "ekm_access_denied", "org_login_required", "team_access_not_granted",
        "invalid_arguments", "cannot_reply_to_message", "thread_not_found", "message_not_found", "cant_update_message", "edit_window_closed",
    ];

    public string Code { get; } = code;

    /// <summary>Whether the same again would fare no better.</summary>
    public bool IsForGood => ForGood.Contains(Code) || Code.StartsWith("restricted_action", StringComparison.Ordinal);

    /// <summary>The same in the words of <see cref="IChannel"/>.</summary>
    public ChannelRefusedException ToChannelRefusal() => new(Message);
}

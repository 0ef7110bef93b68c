namespace SurvBot.Acceptance.Slack.StandIn;

/// <summary>Troubles that come one after the other, by the names that tests call them.</summary>
internal static class SlackPlans
{
    public static IReadOnlyDictionary<string, SlackTrouble[]> All { get; } = new Dictionary<string, SlackTrouble[]>
    {
        ["throttled twice"] = [SlackTrouble.Throttled, SlackTrouble.Throttled],
        ["cut before it was taken"] = [SlackTrouble.Cut],
        ["cut after it was taken"] = [SlackTrouble.CutAfterwards],
        ["cut twice after it was taken"] = [SlackTrouble.CutAfterwards, SlackTrouble.CutAfterwards],
        ["500"] = [SlackTrouble.Failed],
        ["500 after it was taken"] = [SlackTrouble.FailedAfterwards],
        ["internal_error"] = [SlackTrouble.InternalError],
        // About five minutes after it began.
        ["message_not_in_streaming_state"] = [SlackTrouble.Refusal("message_not_in_streaming_state")],
        ["msg_too_long"] = [SlackTrouble.Refusal("msg_too_long")],
        ["channel_type_not_supported"] = [SlackTrouble.Refusal("channel_type_not_supported")],
        ["late"] = [new SlackTrouble(IsTaken: true, Delay: TimeSpan.FromSeconds(2))],
    };
}

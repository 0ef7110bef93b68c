namespace SurvBot.Bot.Channels.Slack.Rendering;

/// <summary>Names of what buttons do. A button carries the reply's id, or the question that it asks.</summary>
internal static class SlackActions
{
    public const string Feedback = "feedback", FollowUp1 = "follow_up_1", FollowUp2 = "follow_up_2", FollowUp3 = "follow_up_3",
        More = "more", Sources = "sources", Widen = "widen", Share = "share", Answer = "answer";

    private const string Helpful = "helpful/", Unhelpful = "unhelpful/";

    /// <summary>What a thumb carries.</summary>
    public static string Vote(string replyId, bool isHelpful) => $"{(isHelpful ? Helpful : Unhelpful)}{replyId}";

    /// <summary>Reads what a thumb carries; null where it is none.</summary>
    public static (string ReplyId, bool IsHelpful)? VoteIn(string value) =>
        value.StartsWith(Helpful, StringComparison.Ordinal) ? (value[Helpful.Length..], true)
        : value.StartsWith(Unhelpful, StringComparison.Ordinal) ? (value[Unhelpful.Length..], false)
        : null;
}

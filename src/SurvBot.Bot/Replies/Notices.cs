namespace SurvBot.Bot.Replies;

/// <summary>What SurvBot says when it does not come to answering. None of it claims anything about the world.</summary>
public static class Notices
{
    public const string BusyText = "I am busy with many questions at the moment. Please ask again in a minute.";
    public const string OverQuotaText = "You have asked a lot within a minute. Please ask again in a moment; what you asked just now was not kept.";
    public const string FailedText = "Something went wrong here and I could not answer. Your question is kept, and whoever runs this SurvBot can have it answered later.";

    public const string ForgottenText = "This question and its answer were deleted.";

    public static Reply Forgotten(string id) => Of(id, ForgottenText);

    public static Reply Busy(string id) => Of(id, BusyText);

    public static Reply OverQuota(string id) => Of(id, OverQuotaText);

    public static Reply Failed(string id) => Of(id, FailedText);

    public static Reply TooLong(string id, int most) => Of(id, $"Your question is longer than {most:N0} characters. Please ask it in fewer words.");

    private static Reply Of(string id, string text) => new(id, [new Caveat(text)]);
}

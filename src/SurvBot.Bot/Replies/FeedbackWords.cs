namespace SurvBot.Bot.Replies;

/// <summary>What a reader clicks on to judge a reply.</summary>
public static class FeedbackWords
{
    public static string Of(FeedbackVerdict verdict) => verdict switch
    {
        FeedbackVerdict.Helpful => "Helpful",
        FeedbackVerdict.WrongSource => "Wrong source",
        FeedbackVerdict.OutOfDate => "Out of date",
        FeedbackVerdict.Unhelpful => "Not helpful",
        _ => "Something is missing",
    };
}

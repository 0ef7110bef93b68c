namespace SurvBot.Answers;

/// <summary>What an answer looks at and when it counts as old.</summary>
public sealed class AnswerOptions
{
    /// <summary>Passages read for an answer.</summary>
    public int Passages { get; set; } = 24;

    /// <summary>Evidence older than this does not tell the latest state of things.</summary>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromDays(90);
}

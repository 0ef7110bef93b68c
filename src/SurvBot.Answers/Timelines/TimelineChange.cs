namespace SurvBot.Answers.Timelines;

/// <summary>What an entry is against what was known at an earlier date.</summary>
public enum TimelineChange
{
    /// <summary>Nobody had said so before.</summary>
    New,

    /// <summary>Something was said in the same words before, with another figure.</summary>
    Updated,

    /// <summary>It puts right what an article said.</summary>
    Corrected,
}

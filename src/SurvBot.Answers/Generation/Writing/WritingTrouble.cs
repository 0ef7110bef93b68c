namespace SurvBot.Answers.Generation.Writing;

/// <summary>Why a model wrote nothing, or not all, of an answer.</summary>
public enum WritingTrouble
{
    None,

    /// <summary>A budget of the day does not reach.</summary>
    BudgetUsedUp,

    /// <summary>The model failed, or took too long.</summary>
    ModelFailed,

    /// <summary>It wrote, and nothing of that passed the check.</summary>
    NothingBacked,

    /// <summary>It found that the passages do not answer.</summary>
    NothingWritten,
}

namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>Whether a question can be answered from what a run lets it see.</summary>
public enum RunKind
{
    /// <summary>The corpus answers it.</summary>
    Answerable,

    /// <summary>Nothing in the corpus answers it.</summary>
    Unanswerable,

    /// <summary>The corpus answers it, but the articles that do were taken away.</summary>
    GoldRemoved,
}

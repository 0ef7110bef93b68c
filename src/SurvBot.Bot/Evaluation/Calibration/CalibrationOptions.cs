namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>What a calibration takes for granted.</summary>
public sealed class CalibrationOptions
{
    /// <summary>How many false refusals one wrong answer is worth. 1: as bad as each other; more makes the bot refuse more.</summary>
    public double WrongAnswerCost { get; set; } = 1;

    /// <summary>How many right sentences one wrong sentence after the first is worth: a reader skims it.</summary>
    public double FurtherSentenceCost { get; set; } = 0.1;

    /// <summary>Holds the weights near zero, so that a feature that is rare among the examples gets no wild weight.</summary>
    public double Ridge { get; set; } = 1e-3;
}

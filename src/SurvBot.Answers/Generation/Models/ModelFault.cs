namespace SurvBot.Answers.Generation.Models;

/// <summary>Why the language model gave no answer, or not a whole one.</summary>
public enum ModelFault
{
    /// <summary>It has too much to do, or the quota of this minute is used up.</summary>
    Busy,

    /// <summary>It does not accept the key or identity.</summary>
    Refused,

    /// <summary>Its content filter stopped the question or the answer.</summary>
    Filtered,

    /// <summary>It does not take this request: too long, an option that it does not know.</summary>
    Rejected,

    /// <summary>The deployment or model is not there.</summary>
    NotFound,

    /// <summary>Nobody answers at its address.</summary>
    Unreachable,

    /// <summary>It answers with an error of its own.</summary>
    Overloaded,

    /// <summary>It took longer than it may.</summary>
    Stalled,

    /// <summary>What it sent cannot be read, or is empty.</summary>
    Garbled,

    /// <summary>The answer broke off.</summary>
    CutShort,

    /// <summary>The answer is longer than it may be, so that its end is missing.</summary>
    TooLong,

    /// <summary>It failed several times in a row and is left alone for a while.</summary>
    BreakerOpen,
}

namespace SurvBot.Answers.Checking;

/// <summary>What keeps a drafted sentence from leaving.</summary>
/// <param name="Kind">In one word, for the diagnostics.</param>
/// <param name="What">For the model that may mend it: which words are not backed.</param>
public sealed record Objection(ObjectionKind Kind, string What);

/// <summary>What is wrong with a drafted sentence.</summary>
public enum ObjectionKind
{
    /// <summary>No passage that it cites has its words.</summary>
    Wording,
    Amount,
    Date,
    Name,

    /// <summary>Who did it to whom.</summary>
    Party,

    /// <summary>Yes for no, or one word for its opposite.</summary>
    Polarity,

    /// <summary>What is alleged, planned or said by somebody is told as a fact.</summary>
    Hedge,

    /// <summary>All, some, only, first.</summary>
    Quantifier,
    Cause,

    /// <summary>It names no passage.</summary>
    Citation,

    /// <summary>Something stands in it that no answer may have: an address, a mention, markup.</summary>
    Gate,
}

using SurvBot.Answers.Grounding;

namespace SurvBot.Answers.Checking;

/// <summary>What the check made of a drafted sentence.</summary>
/// <param name="Sentence">As the model wrote it.</param>
/// <param name="Objection">Why it may not leave; null where it may.</param>
/// <param name="Quotations">What backs it, best first.</param>
/// <param name="Coverage">The share of its words that stand there, 0 to 1.</param>
public sealed record CheckedSentence(DraftedSentence Sentence, Objection? Objection, IReadOnlyList<Quotation> Quotations, double Coverage)
{
    /// <summary>Its words that the backing does not have, each with how near one there comes.</summary>
    public IReadOnlyList<string> Unfound { get; init; } = [];
}

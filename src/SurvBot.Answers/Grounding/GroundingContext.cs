using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Grounding;

/// <summary>Everything an answer may rest on: the sentences of the best passages, measured against the question.</summary>
/// <param name="Question">The question as it was understood.</param>
/// <param name="Retrieval">What was found.</param>
/// <param name="Candidates">Quotable sentences, most supportive first.</param>
public sealed record GroundingContext(ReadQuestion Question, RetrievalResult Retrieval, IReadOnlyList<CandidateSentence> Candidates)
{
    /// <summary>The passages whose sentences were read, in order.</summary>
    public IReadOnlyList<ReadPassage> Passages { get; init; } = [];
}

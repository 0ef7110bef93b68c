namespace SurvBot.Bot.Evaluation;

/// <summary>All figures of one measurement.</summary>
/// <param name="Questions">How many were asked.</param>
/// <param name="Retrieval">Null when no question has a gold article.</param>
/// <param name="Answerable">Questions that have an answer; null when only retrieval was measured.</param>
/// <param name="Unanswerable">Questions that have none.</param>
/// <param name="Types">The same by type of question.</param>
/// <param name="Citations">The promises about citations; null when only retrieval was measured.</param>
/// <param name="Latency">Null for three questions or fewer.</param>
public sealed record EvaluationReport(
    int Questions,
    RetrievalMetrics? Retrieval,
    TypeMetrics? Answerable,
    TypeMetrics? Unanswerable,
    IReadOnlyList<TypeMetrics>? Types,
    CitationMetrics? Citations,
    LatencyMetrics? Latency)
{
    public static EvaluationReport Of(IReadOnlyList<EvaluatedQuestion> questions)
    {
        bool asked = questions.Any(question => question.Reply is not null);
        return new EvaluationReport(
            questions.Count,
            RetrievalMetrics.Of(questions),
            asked ? TypeMetrics.Sum(questions, answerable: true) : null,
            asked ? TypeMetrics.Sum(questions, answerable: false) : null,
            asked ? TypeMetrics.ByType(questions) : null,
            asked ? CitationMetrics.Of(questions) : null,
            LatencyMetrics.Of(questions));
    }
}

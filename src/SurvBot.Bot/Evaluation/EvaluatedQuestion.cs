using SurvBot.Answers;

namespace SurvBot.Bot.Evaluation;

/// <summary>What one question of a measurement brought.</summary>
/// <param name="Line">What was asked and what is right.</param>
/// <param name="FoundUrls">Articles that retrieval ranked, best first.</param>
/// <param name="Reply">The answer, null when only retrieval is measured.</param>
/// <param name="LatencyMs">How long the answer took, or the search when only retrieval is measured.</param>
public sealed record EvaluatedQuestion(QuestionLine Line, IReadOnlyList<string> FoundUrls, CheckedAnswer? Reply, double LatencyMs)
{
    /// <summary>1 for the first; null for a gold article that was not found.</summary>
    public IReadOnlyList<int?> GoldRanks =>
        [.. Line.GoldUrls.Select(gold => FoundUrls.Index().Where(found => found.Item == gold).Select(found => (int?)found.Index + 1).FirstOrDefault())];

    /// <summary>Nothing was asserted.</summary>
    public bool IsRefused => Reply?.Answer.Status is AnswerStatus.NotFound or AnswerStatus.OutOfScope or AnswerStatus.NeedsClarification;

    /// <summary>Something was asserted.</summary>
    public bool IsAnswered => Reply is not null && !IsRefused && Reply.Answer.Status != AnswerStatus.Error;

    /// <summary>The expected answer stands in what was asserted.</summary>
    public bool IsRight => IsAnswered && AnswerMatch.IsRight(Reply!.Answer.Text, Line);

    /// <summary>Right, and an article that is known to say so is cited.</summary>
    public bool IsCitedRight => IsRight && Reply!.Answer.Citations.Any(citation => Line.GoldUrls.Contains(citation.Url));
}

/// <summary>An answer with what was found when its citations were checked against the store.</summary>
public sealed record CheckedAnswer(Answer Answer, CitationCheck Citations);

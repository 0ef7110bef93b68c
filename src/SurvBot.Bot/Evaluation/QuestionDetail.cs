using SurvBot.Answers;

namespace SurvBot.Bot.Evaluation;

/// <summary>One question of a measurement, for those who look for the cause of a figure.</summary>
public sealed record QuestionDetail(
    string Id, string Type, string Question, string? AsOf, AnswerStatus? Status, bool Right, bool CitedRight, string? Text, string? Reason,
    IReadOnlyList<string> Answers, IReadOnlyList<IReadOnlyList<string>>? AnswerGroups, IReadOnlyList<int?> GoldRanks, IReadOnlyList<string> Found, double LatencyMs)
{
    public static QuestionDetail Of(EvaluatedQuestion question) => new(
        question.Line.Id, question.Line.Type, question.Line.Question, question.Line.AsOf?.ToString(),
        question.Reply?.Answer.Status, question.IsRight, question.IsCitedRight, question.Reply?.Answer.Text, question.Reply?.Answer.Abstention?.Reason,
        question.Line.Answers, question.Line.AnswerGroups.Count > 0 ? question.Line.AnswerGroups : null, question.GoldRanks, question.FoundUrls, Math.Round(question.LatencyMs, 1));
}

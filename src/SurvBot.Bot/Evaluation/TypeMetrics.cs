namespace SurvBot.Bot.Evaluation;

/// <summary>What became of the questions of one type.</summary>
/// <param name="Type">As the question file names it; "all" for the sum.</param>
/// <param name="Answerable">Whether they have an answer: a refusal is false then, and right otherwise.</param>
/// <param name="Questions">How many there are.</param>
/// <param name="Answered">How many were answered with an assertion.</param>
/// <param name="Right">How many answers have the expected words in their text.</param>
/// <param name="CitedRight">How many of those cite a gold article.</param>
/// <param name="Refused">How many were refused.</param>
public sealed record TypeMetrics(string Type, bool Answerable, int Questions, int Answered, int Right, int CitedRight, int Refused)
{
    /// <summary>Share of right answers.</summary>
    public double RightRate => Right / (double)Math.Max(1, Questions);

    /// <summary>Share of refusals: false ones where there is an answer.</summary>
    public double RefusalRate => Refused / (double)Math.Max(1, Questions);

    /// <summary>One line a type, answerable ones first.</summary>
    public static IReadOnlyList<TypeMetrics> ByType(IEnumerable<EvaluatedQuestion> questions) =>
        [.. questions.GroupBy(question => (question.Line.Type, question.Line.IsAnswerable)).OrderByDescending(group => group.Key.IsAnswerable).ThenBy(group => group.Key.Type, StringComparer.Ordinal)
            .Select(group => Of(group.Key.Type, group.Key.IsAnswerable, [.. group]))];

    /// <summary>The sum over questions with an answer, or over those without; null when there are none.</summary>
    public static TypeMetrics? Sum(IEnumerable<EvaluatedQuestion> questions, bool answerable) =>
        questions.Where(question => question.Line.IsAnswerable == answerable).ToList() is { Count: > 0 } some ? Of("all", answerable, some) : null;

    private static TypeMetrics Of(string type, bool answerable, List<EvaluatedQuestion> questions) => new(
        type, answerable, questions.Count,
        questions.Count(question => question.IsAnswered),
        questions.Count(question => question.IsRight),
        questions.Count(question => question.IsCitedRight),
        questions.Count(question => question.IsRefused));
}

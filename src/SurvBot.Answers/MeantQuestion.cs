using SurvBot.Answers.Generation.Usage;
using SurvBot.Answers.Understanding.Languages;

namespace SurvBot.Answers;

/// <summary>A question as it is looked up and answered.</summary>
/// <param name="Question">Without its thread and in English where a model read it; otherwise as it was asked.</param>
public sealed record MeantQuestion(Question Question)
{
    /// <summary>What is looked up besides, one for each thing or step that is asked for.</summary>
    public IReadOnlyList<string> Searches { get; init; } = [];

    /// <summary>The language that is answered in, as a tag of BCP 47.</summary>
    public string Language { get; init; } = QuestionLanguage.English;

    /// <summary>Tokens that the reading took.</summary>
    public TokenUsage Used { get; init; }

    /// <summary>Why the model's reading does not count; null where it does, and where no model was asked.</summary>
    public string? Note { get; init; }
}

using SurvBot.Answers.Checking;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>What a model is to answer, from what.</summary>
/// <param name="Question">With everything that it takes from its thread spelled out.</param>
/// <param name="AsOf">The instant it is asked at.</param>
/// <param name="Passages">All that may be told.</param>
public sealed record WritingTask(string Question, DateTimeOffset AsOf, IReadOnlyList<NumberedPassage> Passages);

namespace SurvBot.Answers.Understanding.Threads;

/// <summary>A question as it can be searched for.</summary>
/// <param name="Text">With everything that it takes from its thread spelled out.</param>
/// <param name="LeansOnNothing">Whether it takes something from a thread that does not have it: nobody can know what is meant.</param>
internal sealed record StandaloneQuestion(string Text, bool LeansOnNothing);

namespace SurvBot.Answers.Checking;

/// <summary>A sentence as a model wrote it, which nobody has checked yet.</summary>
/// <param name="Text">Without markers.</param>
/// <param name="Citations">Numbers of the passages that it claims to rest on; any number may stand there.</param>
public sealed record DraftedSentence(string Text, IReadOnlyList<int> Citations);

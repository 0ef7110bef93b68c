namespace SurvBot.Answers;

/// <summary>A step on the way to an answer. They come in this order: searching, reading, the text as it grows, the answer.</summary>
public abstract record AnswerUpdate;

/// <summary>The corpus is being searched.</summary>
/// <param name="Articles">How many articles it holds.</param>
public sealed record SearchingArticles(int Articles) : AnswerUpdate;

/// <summary>What was found is being read.</summary>
/// <param name="Passages">How many passages at most: an answer that is sure early spares the last of them.</param>
public sealed record ReadingPassages(int Passages) : AnswerUpdate;

/// <summary>One more sentence passed its check. What was shown stays.</summary>
/// <param name="Text">All of the text so far, with [n] markers.</param>
/// <param name="Citations">Those that the text so far refers to.</param>
public sealed record TextGrew(string Text, IReadOnlyList<Citation> Citations) : AnswerUpdate;

/// <summary>The answer, or an abstention; always the last step.</summary>
public sealed record Answered(Answer Answer) : AnswerUpdate;

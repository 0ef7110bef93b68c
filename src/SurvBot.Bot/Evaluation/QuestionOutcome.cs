namespace SurvBot.Bot.Evaluation;

/// <summary>What became of one line of a question file: a <see cref="QuestionRead"/> or a <see cref="QuestionFailure"/>.</summary>
public abstract record QuestionOutcome;

/// <summary>A question that can be asked.</summary>
public sealed record QuestionRead(QuestionLine Question) : QuestionOutcome;

/// <summary>A line that is no question.</summary>
/// <param name="Id">Its id, where that much could be read.</param>
/// <param name="Error">"line 7: …", one line for a person.</param>
public sealed record QuestionFailure(string? Id, string Error) : QuestionOutcome;

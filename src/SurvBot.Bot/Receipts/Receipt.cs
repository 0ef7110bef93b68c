using SurvBot.Answers;

namespace SurvBot.Bot.Receipts;

/// <summary>What an answer is accounted for with: the question with all that it leaned on, and the answer with what it rests on.</summary>
/// <param name="Id">The reply's in a chat, else the answer's.</param>
/// <param name="AskedAt">When somebody asked; "as of" when is the question's.</param>
/// <param name="Question">What was asked, with its thread, its limits and by whom.</param>
/// <param name="Answer">What was answered.</param>
public sealed record Receipt(string Id, DateTimeOffset AskedAt, Question Question, Answer Answer);

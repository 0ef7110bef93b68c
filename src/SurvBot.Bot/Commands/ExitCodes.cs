using SurvBot.Answers;

namespace SurvBot.Bot.Commands;

/// <summary>What a script can tell about a run.</summary>
public static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;

    /// <summary>The corpus has no answer.</summary>
    public const int NoAnswer = 3;

    /// <summary>Stopped by Ctrl-C, as shells number it.</summary>
    public const int Interrupted = 130;

    public static int Of(AnswerStatus status) => status switch
    {
        AnswerStatus.Answered or AnswerStatus.Partial or AnswerStatus.Conflicting or AnswerStatus.Stale => Done,
        AnswerStatus.NotFound or AnswerStatus.OutOfScope or AnswerStatus.NeedsClarification => NoAnswer,
        _ => Failed,
    };
}

using SurvBot.Answers;
using SurvBot.Bot.Commands;

namespace SurvBot.Tests.Commands;

public sealed class ExitCodesTests
{
    [Theory]
    [InlineData(AnswerStatus.Answered, 0)]
    [InlineData(AnswerStatus.Partial, 0)]
    [InlineData(AnswerStatus.Conflicting, 0)]
    [InlineData(AnswerStatus.Stale, 0)]
    [InlineData(AnswerStatus.NotFound, 3)]
    [InlineData(AnswerStatus.OutOfScope, 3)]
    [InlineData(AnswerStatus.NeedsClarification, 3)]
    [InlineData(AnswerStatus.Error, 1)]
    public void A_script_can_tell_an_answer_from_none_and_from_an_error(AnswerStatus status, int exitCode) =>
        ExitCodes.Of(status).ShouldBe(exitCode);
}

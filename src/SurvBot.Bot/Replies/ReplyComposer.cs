using SurvBot.Answers;
namespace SurvBot.Bot.Replies;
public static class ReplyComposer
{
    public static Reply Compose(Answer answer, string id) => new(id, [new Paragraph([ReplySpan.Of(answer.Text)])]);
    public static Reply Compose(AnswerUpdate update, string id) => new(id, [new Progress(update.ToString()!)]);
}

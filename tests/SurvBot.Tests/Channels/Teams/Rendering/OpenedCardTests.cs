using SurvBot.Bot.Channels.Teams.Rendering;
using SurvBot.Bot.Replies;

namespace SurvBot.Tests.Channels.Teams.Rendering;

public sealed class OpenedCardTests
{
    [Fact]
    public void An_answer_that_is_opened_is_there_to_its_last_word()
    {
        string shown = string.Join(' ', Enumerable.Repeat("word", 120)) + " end.", waiting = string.Join(' ', Enumerable.Repeat("more", 200)) + " finis.";
        var reply = new Reply("1", [new Paragraph([ReplySpan.Of(shown), ReplySpan.Marker(1)]), new More([new Paragraph([ReplySpan.Of(waiting), ReplySpan.Marker(1)])])]);
        string card = TeamsReply.Opened(reply, TeamsReply.ShowMore).ToJsonString();
        card.ShouldContain($"{shown}[1]");
        card.ShouldContain($"{waiting}[1]");
    }
}

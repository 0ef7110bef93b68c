using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Replies;

public sealed class ReplyTextTests
{
    [Fact]
    public void Every_kind_of_block_has_plain_words() => ReplyText.Of(new Reply("r1", SomeReply.EveryKind())).ShouldMatchApproved(options => options.SubFolder("Approved"));

    [Fact]
    public void A_thread_remembers_what_was_said_and_nothing_around_it() =>
        ReplyText.AnswerOf(new Reply("r1", [new Caveat("Old."), SomeReply.Paragraph("One. "), new More([SomeReply.Paragraph("Two. ", 2)]), new EvidenceStrip(["As of today"]), new Sources([SomeReply.Source(1)])]))
            .ShouldBe("One. [1]\n\nTwo. [2]");
}

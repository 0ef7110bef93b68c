using CsCheck;
using SurvBot.Answers;
using SurvBot.Bot.Channels.Slack.Rendering;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Slack.Rendering;

public sealed class StreamedTextTests
{
    private static readonly IReadOnlyList<Citation> Cited = [SomeAnswer.Citation(1), SomeAnswer.Citation(2, "https://news.example/a_(b)")];

    [Fact]
    public void A_number_links_to_its_source_where_markdown_cannot_misread_the_address() =>
        SlackReply.TextSoFar(So("Alibaba led it. [1] It paid. [2]")).ShouldBe("Alibaba led it. [[1]](https://news.example/sensetime) It paid. [2]\u200B");

    [Fact]
    public void While_there_is_nothing_to_say_nothing_is_said() => SlackReply.TextSoFar(ReplyComposer.Compose("r1", new SearchingArticles(12))).ShouldBeEmpty();

    [Fact]
    public void What_was_shown_stays_as_the_answer_grows() =>
        Gen.Select(Any.Of("", "The newest article is from 2018."), Gen.Select(Any.Of("Alibaba led *it*, by <CNN>. [1]", "It paid. [2]", "Police said so. [1] [2]"), Any.Of(" ", "\n\n")).Array[1, 40]).Sample((remark, sentences) =>
        {
            string text = "", shown = "";
            foreach (var (sentence, between) in sentences.Prepend((remark, "\n\n")))
            {
                text += sentence + between;
                string next = SlackReply.TextSoFar(So(text.TrimEnd()));
                next.ShouldStartWith(shown, Case.Sensitive);
                shown = next;
            }
        });

    [Fact]
    public void Nothing_in_it_is_more_than_words_and_it_fits_in_one_stream() =>
        Hostile.Replies.Sample(reply =>
        {
            string text = SlackReply.TextSoFar(reply);
            text.Length.ShouldBeLessThanOrEqualTo(12_000);
            Hostile.ShouldBeginNothing(text);
        }, iter: 200);

    private static Reply So(string text) => ReplyComposer.Compose("r1", new TextGrew(text, Cited));
}

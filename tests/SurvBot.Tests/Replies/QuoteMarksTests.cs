using CsCheck;
using SurvBot.Bot.Replies;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Replies;

public sealed class QuoteMarksTests
{
    [Theory]
    [InlineData("The city recognised faces on its squares.", "Which cities recognise faces?", "city recognised faces")]
    [InlineData("The city recognised faces on its squares.", "", "")]
    [InlineData("The round was led by Alibaba, whose bid won.", "Who led it?", "led|Alibaba")]
    [InlineData("It cost $600 million, or 3.5% more than in 2018.", "", "$600 million|3.5%|2018")]
    [InlineData("They paid 2,000, not 40.", "", "2,000|40")]
    [InlineData("A Clearview user met Clearviewers in Leeds.", "", "Clearview|Clearviewers|Leeds")]
    public void Words_of_the_question_names_and_figures_are_marked(string quote, string question, string marked) =>
        string.Join('|', QuoteMarks.In(quote, question).Select(mark => quote[mark.Start..mark.End])).ShouldBe(marked);

    [Fact]
    public void Marks_lie_in_the_quote_in_order_and_apart() =>
        Gen.Select(Any.Words(0, 20), Any.Words(0, 6), Gen.OneOf("", " $5 million", " Kate Crawford", "人脸 Ü", "[")).Sample((words, question, tail) =>
        {
            string quote = words + tail;
            int end = -1;
            foreach (var mark in QuoteMarks.In(quote, question))
            {
                mark.Start.ShouldBeGreaterThan(end);
                mark.End.ShouldBeInRange(mark.Start + 1, quote.Length);
                end = mark.End;
            }
        });
}

using SurvBot.Answers;
using SurvBot.Bot.Receipts;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Receipts;

public sealed class QuoteCheckTests
{
    [Theory]
    [InlineData("Alibaba led the $600 million round.", QuoteStanding.Unchanged, 0)]
    [InlineData("Corrected: Alibaba led the $600 million round.", QuoteStanding.Moved, 11)]
    [InlineData("Alibaba led the $500 million round.", QuoteStanding.Gone, null)]
    [InlineData("Alibaba led", QuoteStanding.Gone, null)]
    [InlineData("", QuoteStanding.Gone, null)]
    public void A_quote_is_held_against_the_article_of_today(string body, QuoteStanding standing, int? start)
    {
        var check = QuoteCheck.Of([SomeAnswer.Citation(1)], [Some.Article("sensetime", body)]).ShouldHaveSingleItem();
        (check.Citation, check.Standing, check.Start).ShouldBe((1, standing, start));
    }

    [Fact]
    public void An_article_that_was_removed_backs_nothing() =>
        QuoteCheck.Of([SomeAnswer.Citation(1)], [Some.Article()]).ShouldHaveSingleItem().ShouldBe(new QuoteCheck(1, new Quote(SomeAnswer.Body[..35], 0, 35), QuoteStanding.ArticleRemoved, null));

    [Fact]
    public void The_same_text_with_another_outcome_is_not_the_same_answer()
    {
        var then = SomeAnswer.Answered();
        Rerun.Of(then, then).IsSame.ShouldBeTrue();
        var stale = Rerun.Of(then, then with { Status = AnswerStatus.Stale });
        (stale.IsSame, stale.New.Count, stale.Gone.Count).ShouldBe((false, 0, 0));
        Rerun.Of(then, SomeAnswer.NotFound()).Gone.ShouldBe(["Alibaba led the $600 million round."]);
    }
}

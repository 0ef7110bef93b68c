using SurvBot.Answers.Grounding;

namespace SurvBot.Tests.Grounding;

public sealed class RelativeDatesTests
{
    [Theory]
    [InlineData("It was banned this week.")]
    [InlineData("It was banned last Friday.")]
    [InlineData("It was banned on Monday.")]
    [InlineData("It was banned three months ago.")]
    [InlineData("It was recently banned.")]
    [InlineData("It is now banned.")]
    [InlineData("Yesterday it was banned.")]
    [InlineData("It will be banned next year.")]
    [InlineData("It was banned in March 2018.", false)]
    [InlineData("It was banned a year after the trial.", false)]
    [InlineData("It is a known tool.", false)]
    [InlineData("", false)]
    public void Words_that_need_the_day_they_were_written(string sentence, bool expected = true) => RelativeDates.IsIn(sentence).ShouldBe(expected);
}

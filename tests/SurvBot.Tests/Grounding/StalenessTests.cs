using SurvBot.Answers;
using SurvBot.Answers.Grounding;

namespace SurvBot.Tests.Grounding;

public sealed class StalenessTests
{
    [Theory]
    [InlineData("What is the latest on the ban?", 90)]
    [InlineData("What is the latest law on cameras?", 365)]
    [InlineData("What are the latest laws on share prices?", 7)]
    public void A_topic_has_an_age_of_its_own(string question, int days)
    {
        var options = new AnswerOptions { StaleAfterByTopic = { ["law"] = TimeSpan.FromDays(365), ["share price"] = TimeSpan.FromDays(7) } };
        Staleness.AgeFor(question, options).ShouldBe(TimeSpan.FromDays(days));
    }
}

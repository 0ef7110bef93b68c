using SurvBot.Answers.Grounding;

namespace SurvBot.Tests.Grounding;

public sealed class MoneyRoleTests
{
    [Theory]
    [InlineData("How much was the fine?", "The firm was fined $5 million.", "The firm was valued at $5 million.")]
    [InlineData("What is the valuation of Megvii?", "It is worth $5 million.", "It was fined $5 million.")]
    [InlineData("What was the revenue of Axon?", "Sales rose to $5 million.", "It paid $5 million.")]
    [InlineData("What does the officer's salary come to?", "His salary is $50,000.", "His camera cost $50,000.")]
    [InlineData("How much did the cameras cost?", "The city paid $5 million.", "The firm raised $5 million.")]
    [InlineData("How much did the Internal Revenue Service pay?", "It paid $5 million.", "Its revenue was $5 million.")]
    public void A_sum_of_another_role_is_another_sum(string question, string same, string other)
    {
        var role = MoneyRole.Of(question).ShouldNotBeNull();
        role.IsIn(same).ShouldBeTrue();
        role.IsIn(other).ShouldBeFalse();
    }

    [Fact]
    public void A_question_may_leave_the_role_open() => MoneyRole.Of("How much money was it?").ShouldBeNull();
}

using SurvBot.Answers.Claims;

namespace SurvBot.Tests.Claims;

public sealed class MatterTests
{
    [Theory]
    [InlineData("Lumora sold forty cameras", "Lumora sells 2 million cameras")]
    [InlineData("officials said on Monday that a flood hit Norvik", "a flood hit Norvik")]
    [InlineData("Lumora was fined", "Lumora is fined, a spokesman told")]
    public void Of_one_matter_numbers_days_and_who_tells_it_make_no_other(string one, string other) => Matter.Of(one).ShouldBe(Matter.Of(other), ignoreOrder: true);

    [Fact]
    public void What_is_done_and_to_what_make_another() => Matter.Of("Lumora sold cameras").SetEquals(Matter.Of("Lumora sold drones")).ShouldBeFalse();
}

using SurvBot.Answers;
using SurvBot.Answers.Understanding;

namespace SurvBot.Tests.Understanding;

public sealed class FollowUpsTests
{
    [Theory]
    [InlineData("What about Megvii?", "Who funded Megvii?")]
    [InlineData("and what about Megvii?", "Who funded Megvii?")]
    [InlineData("And in Europe?", "Who funded SenseTime in Europe?")]
    [InlineData("What about in Europe?", "Who funded SenseTime in Europe?")]
    [InlineData("What about drones?", "Who funded SenseTime drones?")]
    [InlineData("since when?", "since when — Who funded SenseTime?")]
    [InlineData("Who said that?", "Who said that — Who funded SenseTime?")]
    [InlineData("How much money did it raise in that round?", "How much money did it raise in that round (SenseTime)?")]
    [InlineData("Does Alibaba own shares of the company?", "Does Alibaba own shares of the company (SenseTime)?")]
    [InlineData("Who founded Clearview?", "Who founded Clearview?")]
    [InlineData("Which cities banned facial recognition first?", "Which cities banned facial recognition first?")]
    public void A_question_takes_its_topic_from_the_one_before(string question, string expected) => Standalone(question, "Who funded SenseTime?").ShouldBe(expected);

    [Fact]
    public void A_question_without_a_thread_stays_as_it_is() => Standalone("What about it?").ShouldBe("What about it?");

    [Fact]
    public void A_chain_leads_back_to_its_first_question()
    {
        Standalone("since when?", "Who funded SenseTime?", "What about Megvii?").ShouldBe("since when — Who funded Megvii?");
        Standalone("And in Europe?", "Who funded SenseTime?", "What about Megvii?", "What about Yitu?").ShouldBe("Who funded Yitu in Europe?");
    }

    [Fact]
    public void A_new_topic_ends_a_chain() => Standalone("since when?", "Who funded SenseTime?", "Is Clearview banned?").ShouldBe("since when — Is Clearview banned?");

    private static string Standalone(string question, params string[] earlier) => FollowUps.Standalone(question, [.. earlier.Select(text => new Turn(text, null))]);
}

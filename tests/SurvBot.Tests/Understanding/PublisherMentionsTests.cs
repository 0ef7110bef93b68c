using SurvBot.Answers.Understanding;

namespace SurvBot.Tests.Understanding;

public sealed class PublisherMentionsTests
{
    private static readonly string[] Corpus = ["CNN", "The Week", "The Verge", "Amazon"];

    [Theory]
    [InlineData("What did The Verge write about Megvii?", "The Verge")]
    [InlineData("What does cnn.com say?", "CNN")]
    [InlineData("What does CNN's report say?", "CNN")]
    [InlineData("What did The Week and CNN report?", "CNN", "The Week")]
    [InlineData("What was reported in the week before the ban?")]
    [InlineData("Who is on the verge of a ban?")]
    [InlineData("Who founded CNNX?")]
    public void A_held_publisher_is_named_in_its_own_capitals(string question, params string[] expected) => PublisherMentions.Held(question, Corpus).ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("What did the Bloomberg article say about Megvii?", "Bloomberg")]
    [InlineData("According to the article from The Daily Lantern, who won?", "The Daily Lantern")]
    [InlineData("What was described in the story in Handelsblatt?", "Handelsblatt")]
    [InlineData("Who invested in Bloomberg?")]
    [InlineData("What does the article by CNN say?")]
    [InlineData("Which report speaks of Microsoft?")]
    [InlineData("What was reported in the week before the ban?")]
    [InlineData("Which study was published in January?")]
    [InlineData("Which study was published in May 2018?")]
    [InlineData("Who founded Clearview?")]
    public void A_missing_publisher_is_one_whose_reporting_is_presupposed(string question, params string[] expected) => PublisherMentions.Missing(question, Corpus).ShouldBe(expected);
}

using SurvBot.Answers.Claims.Aliases;

namespace SurvBot.Tests.Claims.Aliases;

public sealed class AliasBookTests
{
    private static readonly AliasBook Book = new(AliasText.Parse("Lumora\tQuillcam\tthe Norvik start-up\nFair Market Office\tFMO\tthe Watchers\nFire Marshals Overseas\tFMO").Groups);

    [Theory]
    [InlineData("Lumora", "Quillcam", true)]
    [InlineData("LUMORA Group Ltd", "quillcam’s", true)]
    [InlineData("Watchers", "Fair Market Office", true)]
    [InlineData("FMO", "Fire Marshals Overseas", true)]
    [InlineData("Fair Market Office", "Fire Marshals Overseas", false)]
    [InlineData("Quillcam", "FMO", false)]
    [InlineData("Quillcam", "", false)]
    public void Names_of_a_line_are_one(string one, string other, bool same)
    {
        Book.AreOne(one, other).ShouldBe(same);
        Book.AreOne(other, one).ShouldBe(same);
    }

    [Fact]
    public void Without_a_file_names_are_one_by_their_forms()
    {
        AliasBook.Empty.AreOne("Lumora", "Lumora Ltd").ShouldBeTrue();
        AliasBook.Empty.AreOne("Lumora", "Quillcam").ShouldBeFalse();
    }

    [Theory]
    [InlineData("The Norvik start-up raised money.", true)]
    [InlineData("The Norvik start-ups raised money.", false)]
    [InlineData("A start-up in Norvik, watched by the Watchers, raised money.", false)]
    public void A_description_means_whom_its_line_shows(string text, bool isMeant) => Book.DescribedIn(text).ShouldBe(isMeant ? ["Lumora"] : []);

    [Fact]
    public void Other_names_are_no_descriptions() => Book.OthersOf("Quillcam").ShouldBe(["Lumora"]);
}

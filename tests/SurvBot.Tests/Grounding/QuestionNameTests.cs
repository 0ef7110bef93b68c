using SurvBot.Answers.Grounding;

namespace SurvBot.Tests.Grounding;

public sealed class QuestionNameTests
{
    [Theory]
    [InlineData("Kate Crawford", "Kate Crawford said no.")]
    [InlineData("Federal Trade Commission", "The FTC said no.")]
    [InlineData("FTC", "The Federal Trade Commission said no.")]
    [InlineData("FTC", "The FTC said no.")]
    [InlineData("Megvii", "megvii said no.")]
    public void A_name_is_found_in_full_abbreviated_or_spelled_out(string name, string text) => In(name, text).ShouldBe(1);

    [Fact]
    public void The_surname_alone_is_nearly_the_name()
    {
        In("Kate Crawford", "Crawford said no.").ShouldBeInRange(0.8f, 0.99f);
        In("Kate Crawford", "Kate said no.").ShouldBeInRange(0.1f, 0.6f);
    }

    [Theory]
    [InlineData("Kate Crawford", "The firm said no.")]
    [InlineData("FTC", "The Federal Trade Agency said no.")]
    [InlineData("Megvii", "SenseTime said no.")]
    [InlineData("Federal Trade Commission", "The EFF said no.")]
    public void Another_name_is_not_it(string name, string text) => In(name, text).ShouldBe(0);

    [Fact]
    public void A_corrected_spelling_counts() =>
        new QuestionName("Megvi", new Dictionary<string, string> { ["megvi"] = "megvii" }).In("Megvii said no.", TermSet.Of("Megvii said no.")).ShouldBe(1);

    private static float In(string name, string text) => new QuestionName(name, new Dictionary<string, string>()).In(text, TermSet.Of(text));
}

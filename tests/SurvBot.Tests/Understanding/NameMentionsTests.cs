using CsCheck;
using SurvBot.Answers.Understanding;

namespace SurvBot.Tests.Understanding;

public sealed class NameMentionsTests
{
    [Theory]
    [InlineData("Who won the World Cup?", "World Cup")]
    [InlineData("Was the FIFA World Cup filmed?", "FIFA World Cup")]
    [InlineData("Who funds Megvii, SenseTime and Yitu?", "Megvii", "SenseTime", "Yitu")]
    [InlineData("Did Megvii's cameras fail?", "Megvii")]
    [InlineData("Did Megvii’s cameras fail?", "Megvii")]
    [InlineData("Did Megvii sue Megvii?", "Megvii")]
    [InlineData("iSentry detects loitering.", "iSentry")]
    [InlineData("FTC fines Amazon.", "FTC", "Amazon")]
    [InlineData("What about G4S?", "G4S")]
    [InlineData("Is the Chinese firm Megvii banned?", "Megvii")]
    [InlineData("Which American cities banned it?")]
    [InlineData("Cameras watch Hong Kong.", "Hong Kong")]
    [InlineData("Clearview sued. Cameras stayed.")]
    [InlineData("Clearview Incorporated sued.", "Clearview Incorporated")]
    [InlineData("What happened in March on a Monday?")]
    [InlineData("Name the CEO of Axon.", "Axon")]
    [InlineData("who founded clearview?")]
    [InlineData("")]
    public void Names_are_known_by_their_capitals(string text, params string[] expected) => NameMentions.In(text).ShouldBe(expected);

    [Fact]
    public void Every_name_stands_in_the_text() => Gen.String.Sample(text => NameMentions.In(text).All(text.Contains));
}

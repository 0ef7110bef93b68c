using SurvBot.Answers.Grounding;

namespace SurvBot.Tests.Grounding;

public sealed class AntecedentsTests
{
    [Theory]
    [InlineData("He said no.")]
    [InlineData("It kills privacy.")]
    [InlineData("Their cameras failed.")]
    [InlineData("This funding came late.")]
    [InlineData("These cameras failed.")]
    [InlineData("The company declined.")]
    [InlineData("The law passed.")]
    [InlineData("“They lied,” Smith said.")]
    [InlineData("However, it failed.")]
    [InlineData("But they objected.")]
    [InlineData("For example, it bought cameras.")]
    [InlineData("In response, Megvii sued.")]
    [InlineData("I am its founder.")]
    [InlineData("And we never sold it.")]
    [InlineData("Another was bought by Leeds.")]
    public void Some_openings_lean_on_the_sentence_before(string sentence) => Antecedents.IsMissing(sentence).ShouldBeTrue();

    [Theory]
    [InlineData("Clearview declined.")]
    [InlineData("“I never sold it,” Ton-That said.")]
    [InlineData("Iowa declined.")]
    [InlineData("But police objected.")]
    [InlineData("For example, Leeds bought cameras.")]
    [InlineData("Heathrow bought cameras.")]
    [InlineData("Butler sued the city.")]
    [InlineData("The company that sells Viper declined.")]
    [InlineData("The city of Leeds bought cameras.")]
    [InlineData("Those who sued won.")]
    [InlineData("Police said it was legal.")]
    [InlineData("In 2018, it was banned.")]
    [InlineData("")]
    public void Others_stand_by_themselves(string sentence) => Antecedents.IsMissing(sentence).ShouldBeFalse();
}

using SurvBot.Answers;
using SurvBot.Answers.Understanding;

namespace SurvBot.Tests.Understanding;

public sealed class QuestionReaderTests
{
    private static readonly DateTimeOffset AsOf = new(2020, 5, 13, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_question_is_read_whole()
    {
        var read = Read("  According to CNN, how many of the 2,000 cameras did Megvii sell in 2018?  ");
        read.Text.ShouldBe("According to CNN, how many of the 2,000 cameras did Megvii sell in 2018?");
        read.AsOf.ShouldBe(AsOf);
        read.Kind.ShouldBe(AnswerKind.Number);
        read.Publishers.ShouldBe(["CNN"]);
        read.MissingPublishers.ShouldBeEmpty();
        read.Names.ShouldBe(["Megvii"]);
        read.Figures.ShouldBe(["2000", "2018"]);
        read.Period!.Phrase.ShouldBe("in 2018");
        read.Parts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Who was watched in the 1990s?")]
    [InlineData("What is 5G?")]
    [InlineData("What is the GH2019 camera?")]
    public void Decades_and_models_are_no_figures(string question) => Read(question).Figures.ShouldBeEmpty();

    [Fact]
    public void A_long_question_has_parts() =>
        Read("Which company sold the cameras to the police of Leeds, and who was the officer that spoke against the contract when the council met in the town hall?").Parts.Count.ShouldBe(2);

    [Fact]
    public void A_long_question_about_one_thing_has_no_parts() =>
        Read("Which company sold the many new cameras to the police of the small town of Leeds before the council had met in the old town hall?").Parts.ShouldBeEmpty();

    [Theory]
    [InlineData("What is the latest on Megvii?", "latest")]
    [InlineData("Which companies sell cameras?", "several")]
    [InlineData("What is Viper?", "definition")]
    [InlineData("What did Kate Crawford say about it?", "statement")]
    [InlineData("Is it legal?", "verification")]
    [InlineData("Why was it banned?", "reason")]
    [InlineData("When was it banned?", "date")]
    [InlineData("Who owns Viper?", "fact")]
    public void The_intent_is_one_word(string question, string expected) => Read(question).Intent.ShouldBe(expected);

    private static ReadQuestion Read(string text) => QuestionReader.Read(new Question(text, AsOf), ["CNN", "The Verge"]);
}

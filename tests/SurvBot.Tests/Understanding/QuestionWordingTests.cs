using SurvBot.Answers.Understanding;

namespace SurvBot.Tests.Understanding;

public sealed class QuestionWordingTests
{
    [Theory]
    [InlineData("How many cameras does London have?", AnswerKind.Number, "camera")]
    [InlineData("What is the number of cameras in Delhi?", AnswerKind.Number, "camera")]
    [InlineData("At how many American airports does CBP look at faces?", AnswerKind.Number, "airport")]
    [InlineData("Of the flights, how many passed over the camps?", AnswerKind.Number, null)]
    [InlineData("What percentage of the matches were wrong?", AnswerKind.Number, null)]
    [InlineData("Which share of the searches was wrong?", AnswerKind.Number, null)]
    [InlineData("How much did Clearview pay?", AnswerKind.Money, null)]
    [InlineData("What did the UAE pay for Pegasus?", AnswerKind.Money, null)]
    [InlineData("unit price of a robot dog", AnswerKind.Money, null)]
    [InlineData("What was the fine for Clearview?", AnswerKind.Money, null)]
    [InlineData("What is the price of a camera?", AnswerKind.Money, null)]
    [InlineData("What is Vumacam's valuation?", AnswerKind.Money, null)]
    [InlineData("How long does the city keep footage?", AnswerKind.Duration, null)]
    [InlineData("How many years did the city keep footage?", AnswerKind.Duration, null)]
    [InlineData("For how many days is footage kept?", AnswerKind.Duration, null)]
    [InlineData("When did San Francisco ban it?", AnswerKind.Date, null)]
    [InlineData("In what year was Clearview founded?", AnswerKind.Date, null)]
    [InlineData("Since when has the ban applied?", AnswerKind.Date, null)]
    [InlineData("Where is Megvii based?", AnswerKind.Place, null)]
    [InlineData("Which city banned facial recognition first?", AnswerKind.Place, "citi")]
    [InlineData("Who founded Clearview?", AnswerKind.Name, null)]
    [InlineData("Whose faces were scraped?", AnswerKind.Name, null)]
    [InlineData("Which company sells Viper?", AnswerKind.Name, "compani")]
    [InlineData("Why did IBM leave the market?", AnswerKind.Reason, null)]
    [InlineData("On what grounds did the court stop it?", AnswerKind.Reason, null)]
    [InlineData("What did Kate Crawford say about the ban?", AnswerKind.Statement, null)]
    [InlineData("How did the company defend the program?", AnswerKind.Statement, null)]
    [InlineData("What is Viper?", AnswerKind.Definition, null)]
    [InlineData("What does FRT stand for?", AnswerKind.Definition, null)]
    [InlineData("Did Amazon sell Rekognition to ICE?", AnswerKind.YesNo, null)]
    [InlineData("Is the ban legal?", AnswerKind.YesNo, null)]
    [InlineData("Which tool reads emotions?", AnswerKind.Any, "tool")]
    [InlineData("Tell me about Clearview.", AnswerKind.Any, null)]
    [InlineData("", AnswerKind.Any, null)]
    public void The_wording_tells_what_is_asked_for(string question, AnswerKind kind, string? head) => QuestionWording.Read(question).ShouldBe((kind, head));

    [Theory]
    [InlineData("What is the latest on Clearview?")]
    [InlineData("Is the ban still in force?")]
    [InlineData("How many cameras does the city currently run?")]
    [InlineData("Any news about Megvii?")]
    [InlineData("Who founded Clearview?", false)]
    [InlineData("What did the concurrent opinion say?", false)]
    public void The_latest_is_asked_for_by_words_about_now(string question, bool expected = true) => QuestionWording.AsksForLatest(question).ShouldBe(expected);

    [Theory]
    [InlineData("Which companies sell cameras?")]
    [InlineData("Compare Megvii and SenseTime.")]
    [InlineData("Who else invested?")]
    [InlineData("Name the cities that banned it.")]
    [InlineData("What is the difference between Viper and Rekognition?")]
    [InlineData("Who founded it and where is it based?")]
    [InlineData("Which company sells Viper?", false)]
    [InlineData("Who owns Viper?", false)]
    public void Several_things_are_asked_for_by_plurals_and_comparisons(string question, bool expected = true) => QuestionWording.AsksForSeveral(question).ShouldBe(expected);
}

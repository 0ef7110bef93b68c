using SurvBot.Answers;
using SurvBot.Answers.Understanding;
using SurvBot.Answers.Understanding.Languages;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Understanding;

public sealed class HardQuestionsTests
{
    private static readonly Turn Funded = new("Who funded SenseTime?", "Qualcomm funded SenseTime. [1]");

    [Theory]
    [InlineData("How many cameras did Leeds buy?")]
    [InlineData("Which cities banned facial recognition?")]
    [InlineData("What did the police of Leeds say about the cameras in 2018?")]
    [InlineData("Is Clearview AI banned in Canada?")]
    [InlineData("What is the latest on the cameras of Leeds?")]
    public void A_plain_question_is_none_with_a_thread_or_without(string question)
    {
        Has(question).ShouldBeFalse();
        Has(question, Funded).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Why?")]
    [InlineData("What about Megvii?")]
    [InlineData("Megvii?")]
    [InlineData("And in Europe?")]
    [InlineData("How much did they pay for it?")]
    public void What_leans_on_its_thread_is_one(string question)
    {
        Has(question, Funded).ShouldBeTrue();
        Has(question).ShouldBeFalse("without a thread no model knows more");
    }

    [Theory]
    [InlineData("Compare Megvii and SenseTime.")]
    [InlineData("How do Amazon and Microsoft differ on selling face recognition to the police?")]
    [InlineData("Who leads the company that supplied Leeds?")]
    [InlineData("What did Leeds buy and when was it installed?")]
    public void What_asks_in_parts_is_one(string question) => Has(question).ShouldBeTrue();

    [Theory]
    [InlineData("Wie viele Kameras hat Leeds gekauft?")]
    [InlineData("Кто финансировал SenseTime?")]
    public void What_is_not_in_English_is_one(string question) => Has(question).ShouldBeTrue();

    private static bool Has(string text, params Turn[] history)
    {
        var question = new Question(text, Newsroom.Now, history);
        return HardQuestions.Has(question, QuestionReader.Read(question, []), QuestionLanguage.Of(text));
    }
}

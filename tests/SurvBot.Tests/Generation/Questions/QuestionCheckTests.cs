using CsCheck;
using SurvBot.Answers;
using SurvBot.Answers.Generation.Questions;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Generation.Questions;

/// <summary>What a model may make of a question, and what not.</summary>
public sealed class QuestionCheckTests
{
    private static readonly Turn Funded = new("Who funded SenseTime in 2018?", "Qualcomm, an American chip maker, paid $600 million to SenseTime. [1]");

    [Theory]
    [InlineData("What about Megvii?", "Who funded Megvii in 2018?")]
    [InlineData("how much was it?", "How much did Qualcomm pay to SenseTime in 2018?")]
    [InlineData("And Alibaba?", "Did Alibaba fund SenseTime in 2018?")]
    [InlineData("Why?", "Why did Qualcomm pay $600 million to SenseTime?")]
    [InlineData("What else did the company do in 2019?", "What else did Qualcomm do in 2019?")]
    public void What_is_made_of_the_words_of_the_thread_counts(string asked, string standalone) => Objection(asked, standalone, Funded).ShouldBeNull();

    [Theory]
    [InlineData("What about Megvii?", "Who funded Megvii in 2019?", "it added 2019")]
    [InlineData("What about Megvii?", "Who funded Megvii and Hikvision in 2018?", "it added Hikvision")]
    [InlineData("What about Megvii?", "Did hikvision fund Megvii in 2018?", "it added hikvision")]
    [InlineData("What about Megvii?", "Hikvision and Megvii: who funded them in 2018?", "it added Hikvision")]
    [InlineData("What about Megvii?", "Who paid $600 billion to Megvii?", "it added billion")]
    [InlineData("What about Megvii?", "Who paid Megvii three times in 2018?", "it added three")]
    [InlineData("What about Megvii?", "Who funded SenseTime in 2018?", "it left out Megvii")]
    [InlineData("What happened to it in 2019?", "What happened to SenseTime?", "it left out 2019")]
    [InlineData("Who did not fund it?", "Who funded SenseTime?", "it turned the question round")]
    [InlineData("Who paid it?", "Who did Qualcomm, an American chip maker, not pay?", "it turned the question round")]
    [InlineData("Who paid it?", "Who paid it?", "what it wrote does not stand alone")]
    [InlineData("Who paid it?", "Who paid SenseTime?\nAnd who paid Qualcomm?", "what it wrote is no question")]
    [InlineData("Who paid it?", "Who paid SenseTime at https://sensetime.com?", "what it wrote is no question")]
    [InlineData("Who paid it?", "Who paid <b>SenseTime</b>?", "what it wrote is no question")]
    public void What_speaks_of_something_else_does_not(string asked, string standalone, string objection) => Objection(asked, standalone, Funded).ShouldBe(objection);

    [Fact]
    public void What_is_too_long_for_a_question_does_not() => Objection("Who paid it?", string.Join(' ', Enumerable.Repeat("Who paid SenseTime?", 20)), Funded).ShouldBe("what it wrote is no question");

    [Theory]
    [InlineData("Wie viele Kameras hat Leeds 2018 gekauft?", "How many cameras did Leeds buy in 2018?")]
    [InlineData("Welche Städte in Deutschland nutzen Gesichtserkennung?", "Which cities in Germany use facial recognition?")]
    [InlineData("Qui a interdit la reconnaissance faciale aux États-Unis en mars 2020 ?", "Who banned facial recognition in the United States in March 2020?")]
    [InlineData("¿Qué compró la policía de Londres?", "What did the police of London buy?")]
    [InlineData("Кто продавал камеры в Китае?", "Who sold cameras in China?")]
    [InlineData("中国的哪些公司出售人脸识别技术？", "Which companies in China sell facial recognition technology?")]
    public void A_translation_keeps_names_and_numbers(string asked, string standalone) => Translated(asked, standalone).ShouldBeNull();

    [Theory]
    [InlineData("Wie viele Kameras hat Leeds 2018 gekauft?", "How many cameras did York buy in 2018?", "it added York")]
    [InlineData("Wie viele Kameras hat Leeds 2018 gekauft?", "How many cameras did Leeds buy in 2019?", "it added 2019")]
    [InlineData("Wie viele Kameras hat Leeds 2018 gekauft?", "How many cameras did Leeds buy?", "it left out 2018")]
    [InlineData("Wie viele Kameras hat Leeds 2018 gekauft?", "Megvii sold how many cameras to Leeds in 2018?", "it added Megvii")]
    [InlineData("Welche Polizei nutzt Gesichtserkennung?", "Which police in Poland use facial recognition?", "it added Poland")]
    [InlineData("Welche Kinder wurden gefilmt?", "Which children in China were filmed?", "it added China")]
    [InlineData("Was kostet eine Kamera?", "What do forty cameras cost?", "it added forty")]
    [InlineData("Wer kaufte Kameras?", "Wer kaufte Überwachungskameras?", "it added Überwachungskameras")]
    public void A_translation_adds_and_drops_none(string asked, string standalone, string objection) => Translated(asked, standalone).ShouldBe(objection);

    [Fact]
    public void No_foreign_name_or_number_is_ever_let_through()
    {
        var foreign = Any.Of("Hikvision", "hikvision", "HIKVISION", "Zhengzhou's", "FBI", "2021", "1,400", "17", "forty-two", "trillion", "3.5", "Ωmega", "Glimmerтех");
        var place = Gen.Int[0, 6];
        var asked = Any.Of(("What about Megvii?", "Who funded Megvii in 2018", true), ("Why?", "Why did Qualcomm pay SenseTime in 2018", true), ("Wer hat SenseTime finanziert?", "Who funded SenseTime with a lot of money", false));
        Gen.Select(foreign, place, asked, Any.Of("", "?", ".", " and", ",")).Sample((name, at, question, mark) =>
        {
            var words = question.Item2.Split(' ').ToList();
            words.Insert(Math.Min(at, words.Count), name + mark);
            // What a translation writes in small letters could be any word.
            if (!question.Item3 && name == "hikvision")
                return;
            var check = new QuestionCheck(new Question(question.Item1, Newsroom.Now, [Funded]), question.Item3);
            check.Objection(string.Join(' ', words)).ShouldNotBeNull();
            check.SearchObjection(string.Join(' ', words)).ShouldNotBeNull();
        });
    }

    [Fact]
    public void Nothing_is_too_strange_to_be_judged() =>
        Gen.Select(Gen.String[0, 40], Gen.String[0, 40], Gen.String[0, 40], Gen.Bool).Sample((asked, answer, written, isEnglish) =>
        {
            if (new QuestionCheck(new Question(asked, Newsroom.Now, [new Turn(asked, answer)]), isEnglish).Objection(written) is null)
                written.Any(char.IsControl).ShouldBeFalse();
        });

    private static string? Objection(string asked, string standalone, params Turn[] history) => new QuestionCheck(new Question(asked, Newsroom.Now, history), isEnglish: true).Objection(standalone);

    private static string? Translated(string asked, string standalone) => new QuestionCheck(new Question(asked, Newsroom.Now), isEnglish: false).Objection(standalone);
}

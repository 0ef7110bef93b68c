using SurvBot.Bot.Evaluation;

namespace SurvBot.Tests.Evaluation;

public sealed class AnswerMatchTests
{
    [Theory]
    [InlineData("Alibaba led the round. [1]", "alibaba", true)]
    [InlineData("It’s the “big” one", "it's the \"big\" one", true)]
    [InlineData("a 3–4 year plan", "3-4 year", true)]
    [InlineData("heavy\u00a0 snowfall", "heavy snowfall", true)]
    [InlineData("raised $600 million", "600", true)]
    [InlineData("raised $1600 million", "600", false)]
    [InlineData("in 2018", "201", false)]
    [InlineData("They took a bus", "US", false)]
    [InlineData("The US said no.", "US", true)]
    [InlineData("Nobody knows", "No", false)]
    [InlineData("Mercedes-Benz", "Mercedes", true)]
    [InlineData("Face recognition", "Facebook", false)]
    [InlineData("There is insufficient information here", "Insufficient information.", true)]
    [InlineData("anything", "", false)]
    public void An_answer_is_recognised_however_it_is_typed(string text, string expected, bool right) =>
        AnswerMatch.IsRight(text, Question([expected])).ShouldBe(right);

    [Fact]
    public void One_variant_is_enough() => AnswerMatch.IsRight("Rite Aid", Question(["FTC", "Rite Aid"])).ShouldBeTrue();

    [Theory]
    [InlineData("Oppo and Vivo use it", true)]
    [InlineData("Xiaomi and Vivo use it", true)]
    [InlineData("Vivo uses it", false)]
    public void Every_group_needs_one_of_its_variants(string text, bool right) =>
        AnswerMatch.IsRight(text, Question([]) with { AnswerGroups = [["Oppo", "Xiaomi"], ["Vivo"]] }).ShouldBe(right);

    [Theory]
    [InlineData("Vivo uses it", true)]
    [InlineData("a 600 million round", true)]
    [InlineData("Huawei uses it", false)]
    public void Part_of_an_answer_is_enough_for_a_single_sentence(string text, bool right) =>
        AnswerMatch.IsPartlyRight(text, Question(["600"]) with { AnswerGroups = [["Oppo", "Xiaomi"], ["Vivo"]] }).ShouldBe(right);

    [Fact]
    public void Nothing_is_right_where_nothing_is_expected() => AnswerMatch.IsRight("text", Question([])).ShouldBeFalse();

    private static QuestionLine Question(IReadOnlyList<string> answers) => new() { Id = "1", Question = "?", Answers = answers };
}

using SurvBot.Answers;
using SurvBot.Bot.Evaluation;

namespace SurvBot.Tests.Evaluation;

public sealed class QuestionFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_line_is_read_with_all_its_parts()
    {
        var line = Read("""
            {"id":"a1","question":"Who?","asOf":"2022-01","type":"gold","answers":["A","B"],"answerGroups":[["C"],["D","E"]],"goldUrls":["https://News.example/x?utm_source=y"],
             "choices":[1,2],"history":[{"question":"Before?","answer":"Yes."},{"question":"Then?","answer":null}]}
            """);
        line.Question.ShouldBe("Who?");
        line.Answers.ShouldBe(["A", "B"]);
        line.AnswerGroups.ShouldBe([["C"], ["D", "E"]]);
        line.GoldUrls.ShouldBe(["https://news.example/x"]);
        line.History.ShouldBe([new Turn("Before?", "Yes."), new Turn("Then?", null)]);
        line.AskedAt(Now).ShouldBe(new DateTimeOffset(2022, 2, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Without_a_date_a_question_is_asked_now(string asOf) =>
        Read($$"""{"id":1,"question":"Who?","asOf":{{asOf}}}""").AskedAt(Now).ShouldBe(Now);

    [Theory]
    [InlineData("""{"id":"q1","question":""", null, "line 7: not valid JSON")]
    [InlineData("""["id"]""", null, "line 7: not a JSON object")]
    [InlineData("""{"question":"Who?"}""", null, "line 7: \"id\" is missing")]
    [InlineData("""{"id":"q1","question":"  "}""", "q1", "line 7: \"question\" is missing")]
    [InlineData("""{"id":"q1","question":7}""", "q1", "line 7: \"question\" is not a text")]
    [InlineData("""{"id":"q1","question":"Who?","asOf":"soon"}""", "q1", "line 7: \"asOf\" is not a date: write 2018, 2018-04, 2018-04-11 or an ISO 8601 instant")]
    [InlineData("""{"id":"q1","question":"Who?","answers":"A"}""", "q1", "line 7: \"answers\" is not a list of texts")]
    [InlineData("""{"id":"q1","question":"Who?","history":["A"]}""", "q1", "line 7: a turn of \"history\" is not an object")]
    [InlineData("""{"id":"q1","question":"\ud800"}""", "q1", "line 7: \"question\" has broken characters")]
    public void A_bad_line_says_what_is_wrong_with_it(string line, string? id, string error) =>
        QuestionFile.Parse(line, 7).ShouldBe(new QuestionFailure(id, error));

    [Theory]
    [InlineData("inference_query", "[\"A\"]", true)]
    [InlineData("null_query", "[\"Insufficient information.\"]", false)]
    [InlineData("falsePremise", "[\"A\"]", false)]
    [InlineData("unanswerable", "[]", false)]
    [InlineData("single", "[]", false)]
    public void What_has_no_answer_is_known_by_its_type_or_by_the_lack_of_one(string type, string answers, bool answerable) =>
        Read($$"""{"id":"1","question":"Who?","type":"{{type}}","answers":{{answers}}}""").IsAnswerable.ShouldBe(answerable);

    [Fact]
    public async Task Blank_lines_are_left_out_but_counted()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "\uFEFF{\"id\":1,\"question\":\"Who?\"}\n\n{\n", TestContext.Current.CancellationToken);
        var outcomes = await QuestionFile.ReadAsync(path, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        outcomes.Count.ShouldBe(2);
        outcomes[0].ShouldBeOfType<QuestionRead>().Question.Id.ShouldBe("1");
        outcomes[1].ShouldBe(new QuestionFailure(null, "line 3: not valid JSON"));
        File.Delete(path);
    }

    private static QuestionLine Read(string line) => QuestionFile.Parse(line, 1).ShouldBeOfType<QuestionRead>().Question;
}

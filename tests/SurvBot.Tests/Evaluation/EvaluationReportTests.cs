using SurvBot.Answers;
using SurvBot.Bot.Evaluation;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Evaluation;

public sealed class EvaluationReportTests
{
    [Fact]
    public void Retrieval_counts_the_first_and_all_gold_articles()
    {
        var report = EvaluationReport.Of(
        [
            Searched(["a"], ["a", "b"]),
            Searched(["x", "c"], ["a", "b", "c", "x"]),
            Searched(["y", "e"], ["a", "b", "c", "d", "e"]),
            Searched(["z"], ["a"]),
            Searched([], ["a"]),
        ]);
        report.Questions.ShouldBe(5);
        report.Retrieval.ShouldBe(new RetrievalMetrics(4, 0.25, 0.5, 0.75, (1 + 1 / 3.0 + 1 / 5.0) / 4, 0.5));
    }

    [Fact]
    public void A_gold_article_beyond_rank_ten_is_not_found()
    {
        string[] twelve = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "gold"];
        EvaluationReport.Of([Searched(["gold"], twelve)]).Retrieval.ShouldBe(new RetrievalMetrics(1, 0, 0, 0, 0, 0));
    }

    [Fact]
    public void Without_answers_only_retrieval_is_reported()
    {
        var report = EvaluationReport.Of([Searched(["a"], ["a"])]);
        (report.Answerable, report.Unanswerable, report.Types, report.Citations).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void Answers_are_counted_by_type_and_in_sum()
    {
        var report = EvaluationReport.Of(
        [
            Asked("single", ["Alibaba"], SomeAnswer.Answered()),
            Asked("single", ["Alibaba"], SomeAnswer.Answered(), gold: "https://news.example/other"),
            Asked("single", ["Tencent"], SomeAnswer.Answered()),
            Asked("dates", ["2018"], SomeAnswer.NotFound("nothing about 2018")),
            Asked("null_query", ["Insufficient information."], SomeAnswer.NotFound()),
            Asked("null_query", [], SomeAnswer.Answered()),
        ]);
        report.Types.ShouldBe(
        [
            new TypeMetrics("dates", true, 1, 0, 0, 0, 1),
            new TypeMetrics("single", true, 3, 3, 2, 1, 0),
            new TypeMetrics("null_query", false, 2, 1, 0, 0, 1),
        ]);
        report.Answerable.ShouldBe(new TypeMetrics("all", true, 4, 3, 2, 1, 1));
        report.Answerable!.RefusalRate.ShouldBe(0.25);
        report.Unanswerable!.RefusalRate.ShouldBe(0.5);
    }

    [Fact]
    public void An_answer_that_failed_is_neither_answered_nor_refused() =>
        EvaluationReport.Of([Asked("single", ["Alibaba"], SomeAnswer.Answered() with { Status = AnswerStatus.Error })]).Answerable.ShouldBe(new TypeMetrics("all", true, 1, 0, 0, 0, 0));

    [Fact]
    public void Latency_leaves_the_first_three_questions_out()
    {
        EvaluationReport.Of([.. Timed(900, 800, 700)]).Latency.ShouldBeNull();
        EvaluationReport.Of([.. Timed(900, 800, 700, 30, 10, 20)]).Latency.ShouldBe(new LatencyMetrics(20, 30));
    }

    [Fact]
    public void Citations_are_summed_over_answers_only()
    {
        var report = EvaluationReport.Of(
        [
            Checked(SomeAnswer.Answered(), new CitationCheck(true, 3, 3, 1, 1)),
            Checked(SomeAnswer.Answered(), new CitationCheck(false, 1, 0, 3, 2)),
            Checked(SomeAnswer.NotFound(), new CitationCheck(false, 0, 0, 0, 0)),
        ]);
        report.Citations.ShouldBe(new CitationMetrics(2, 0.5, 4, 0.75, 4, 0.75));
    }

    private static EvaluatedQuestion Searched(string[] gold, string[] found) => new(Line("single", ["A"]) with { GoldUrls = gold }, found, null, 1);

    private static EvaluatedQuestion Asked(string type, string[] answers, Answer answer, string gold = "https://news.example/sensetime") =>
        new(Line(type, answers) with { GoldUrls = [gold] }, [], new CheckedAnswer(answer, new CitationCheck(true, 0, 0, 0, 0)), 1);

    private static EvaluatedQuestion Checked(Answer answer, CitationCheck check) => new(Line("single", ["A"]), [], new CheckedAnswer(answer, check), 1);

    private static IEnumerable<EvaluatedQuestion> Timed(params double[] latencies) => latencies.Select(latency => new EvaluatedQuestion(Line("single", ["A"]), [], null, latency));

    private static QuestionLine Line(string type, string[] answers) => new() { Id = "1", Question = "?", Type = type, Answers = answers };
}

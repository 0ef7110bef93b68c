using SurvBot.Bot.Evaluation.Calibration;

namespace SurvBot.Tests.Evaluation.Calibration;

public sealed class CrossValidationTests
{
    private const double Ridge = 1e-3;

    [Fact]
    public void A_question_falls_into_the_same_fold_everywhere() =>
        Enumerable.Range(1, 8).Select(i => CrossValidation.FoldOf($"a00{i}")).ShouldBe([1, 2, 4, 1, 2, 0, 3, 0]);

    [Fact]
    public void Folds_are_about_equal() =>
        Enumerable.Range(0, 1000).CountBy(i => CrossValidation.FoldOf($"q{i}")).ShouldAllBe(fold => fold.Value > 150 && fold.Value < 250);

    [Fact]
    public void What_only_a_question_itself_could_teach_does_not_help_it()
    {
        // The second feature marks the right sentence, but in this one question only, whatever the run.
        var own = new QuestionRun("own", RunKind.Answerable, [new Example([0.5f, 1], true), new Example([0.5f, 0], false)]);
        var again = own with { Examples = [.. own.Examples.Reverse()] };
        var scored = CrossValidation.Score([own, again, .. Others()], Ridge);
        scored[own].Sentences[0].Probability.ShouldBe(scored[own].Sentences[1].Probability, 1e-9);
    }

    [Fact]
    public void What_other_questions_teach_puts_the_right_sentence_first()
    {
        var runs = Others();
        var scored = CrossValidation.Score(runs, Ridge);
        runs.ShouldAllBe(run => scored[run].Sentences[0].HoldsAnswer && scored[run].Probability > 0.5);
    }

    [Fact]
    public void A_run_that_found_nothing_has_probability_zero()
    {
        var empty = new QuestionRun("empty", RunKind.Unanswerable, []);
        CrossValidation.Score([empty, .. Others()], Ridge)[empty].Probability.ShouldBe(0);
    }

    private static List<QuestionRun> Others() =>
        [.. Enumerable.Range(0, 40).Select(i => new QuestionRun($"q{i}", RunKind.Answerable, [new Example([0.1f + i % 3 / 10f, 0], false), new Example([0.8f, 0], true)]))];
}

using SurvBot.Bot.Evaluation.Calibration;

namespace SurvBot.Tests.Evaluation.Calibration;

public sealed class ThresholdChoiceTests
{
    private static readonly ScoredRun[] Overlapping =
    [
        Right(0.9), Right(0.8), Right(0.4), Right(0.25),
        Run(RunKind.Unanswerable, 0.1), Run(RunKind.Unanswerable, 0.3), Run(RunKind.GoldRemoved, 0.2), Run(RunKind.GoldRemoved, 0.5),
    ];

    [Fact]
    public void The_lowest_of_the_cheapest_thresholds_is_chosen() =>
        // From 0.21 on: one false answer at 0.3, one at 0.5, no false refusal. From 0.31 on it is one of each: no dearer, but it refuses more.
        Choose(1).AnswerThreshold.ShouldBe(0.21);

    [Fact]
    public void The_dearer_a_wrong_answer_the_more_is_refused() =>
        // 0.51 refuses two answerable questions and answers no other.
        Choose(3).AnswerThreshold.ShouldBe(0.51);

    [Fact]
    public void The_curve_tells_refusals_and_answers_of_every_kind_of_run()
    {
        var curve = Choose(1).Curve;
        curve.Count.ShouldBe(101);
        curve[0].Answerable.ShouldBe(new RunTally(4, 0, 4));
        curve[45].ShouldBe(new ThresholdOutcome(0.45, new RunTally(4, 2, 2), new RunTally(2, 2, 0), new RunTally(2, 1, 0)));
        (curve[45].FalseRefusals, curve[45].WrongAnswers, curve[45].Cost(3)).ShouldBe((2, 1, 5));
        (curve[45].Answerable.RefusalRate, curve[45].Unanswerable.RefusalRate, curve[45].GoldRemoved.RefusalRate).ShouldBe((0.5, 1, 0.5));
    }

    [Fact]
    public void An_answer_without_the_right_words_is_wrong()
    {
        var run = new ScoredRun(RunKind.Answerable, [new(0.9, false), new(0.8, false), new(0.7, false), new(0.6, true)]);
        ThresholdOutcome.At(0.5, [run]).WrongAnswers.ShouldBe(1);
        ThresholdOutcome.At(0.95, [run]).WrongAnswers.ShouldBe(0);
    }

    [Fact]
    public void A_further_sentence_must_bring_more_than_it_costs()
    {
        // Beyond the first sentences: right at 0.3, 0.28 and 0.26, wrong at 0.27, 0.2, 0.1.
        var choice = ThresholdChoice.Of([
            new(RunKind.Answerable, [new(0.9, true), new(0.3, true), new(0.27, false), new(0.26, true)]),
            new(RunKind.Answerable, [new(0.8, true), new(0.28, true), new(0.2, false), new(0.1, false)]),
            Run(RunKind.Unanswerable, 0.6)], new CalibrationOptions());
        (choice.AnswerThreshold, choice.FurtherThreshold).ShouldBe((0.61, 0.28));
    }

    [Theory]
    [InlineData(0.1, 0.25)]
    [InlineData(2, 0.41)]
    public void The_dearer_a_wrong_further_sentence_the_fewer_follow(double cost, double threshold) =>
        ThresholdChoice.Of([new(RunKind.Answerable, [new(0.9, true), new(0.3, false), new(0.25, true)]), Run(RunKind.Unanswerable, 0.4)], new CalibrationOptions { FurtherSentenceCost = cost })
            .FurtherThreshold.ShouldBe(threshold);

    [Fact]
    public void What_could_carry_an_answer_alone_may_follow_in_one()
    {
        var choice = ThresholdChoice.Of([new(RunKind.Answerable, [new(0.9, true), new(0.6, false)]), Run(RunKind.Unanswerable, 0.4)], new CalibrationOptions());
        (choice.AnswerThreshold, choice.FurtherThreshold).ShouldBe((0.41, 0.41));
    }

    private static ThresholdChoice Choose(double wrongAnswerCost) => ThresholdChoice.Of(Overlapping, new CalibrationOptions { WrongAnswerCost = wrongAnswerCost });

    private static ScoredRun Right(double probability) => new(RunKind.Answerable, [new ScoredSentence(probability, true)]);

    private static ScoredRun Run(RunKind kind, double probability) => new(kind, [new ScoredSentence(probability, false)]);
}

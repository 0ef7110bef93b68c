using SurvBot.Bot.Evaluation.Calibration;

namespace SurvBot.Tests.Evaluation.Calibration;

public sealed class WeightedExampleTests
{
    [Fact]
    public void A_question_with_many_right_sentences_teaches_no_more_than_one_with_a_single_right_sentence() =>
        Weights(true, false, true).ShouldBe([0.5, 0.3, 0.5]);

    [Fact]
    public void Wrong_sentences_count_less_from_the_ninth_place_on() =>
        Weights(false, false, false, false, false, false, false, false, false, true, false).ShouldBe([0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.05, 1, 0.05]);

    private static IEnumerable<double> Weights(params bool[] sentences) =>
        WeightedExample.Of([new QuestionRun("1", RunKind.Answerable, [.. sentences.Select(right => new Example([0], right))])]).Select(example => example.Weight);
}

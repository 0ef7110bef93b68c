using SurvBot.Bot.Evaluation.Calibration;

namespace SurvBot.Tests.Evaluation.Calibration;

public sealed class LogisticFitTests
{
    private const double Ridge = 1e-3;

    [Fact]
    public void Noisy_examples_give_back_the_weights_that_made_them()
    {
        var fit = LogisticFit.Of(Noisy(6000, [3, -1.5, 0], -0.5), 1e-6);
        fit.Features[0].ShouldBe(3, 0.3);
        fit.Features[1].ShouldBe(-1.5, 0.3);
        fit.Features[2].ShouldBe(0, 0.3);
        fit.Bias.ShouldBe(-0.5, 0.3);
    }

    [Fact]
    public void Examples_that_a_line_parts_are_all_on_their_side_and_the_weights_stay_finite()
    {
        WeightedExample[] examples = [.. Enumerable.Range(0, 40).Select(i => new WeightedExample([i / 40f, 1 - i / 40f], i >= 20, 1))];
        var fit = LogisticFit.Of(examples, Ridge);
        (fit.Features[0] > 1 && fit.Features[1] < -1 && double.IsFinite(fit.Bias)).ShouldBeTrue();
        examples.ShouldAllBe(example => example.Features.Zip(fit.Features, (value, weight) => value * weight).Sum() + fit.Bias > 0 == example.IsPositive);
    }

    [Fact]
    public void The_same_examples_give_the_same_weights_in_any_order()
    {
        var examples = Noisy(500, [2, -1, 0.5], 0);
        var fit = LogisticFit.Of(examples, Ridge);
        LogisticFit.Of(Noisy(500, [2, -1, 0.5], 0), Ridge).Features.ShouldBe(fit.Features);
        LogisticFit.Of([.. examples.Reverse()], Ridge).Features.ShouldBe(fit.Features, 1e-6);
    }

    [Fact]
    public void A_heavier_example_counts_like_several()
    {
        var fit = LogisticFit.Of([new([0], true, 3), new([0], false, 1)], Ridge);
        fit.Bias.ShouldBe(Math.Log(3), 1e-6);
        fit.Features[0].ShouldBe(0, "a feature that no example has");
    }

    [Fact]
    public void A_stronger_ridge_holds_the_weights_closer_to_zero() =>
        LogisticFit.Of(Noisy(500, [3], 0), 1).Features[0].ShouldBeInRange(0.01, LogisticFit.Of(Noisy(500, [3], 0), Ridge).Features[0] / 2);

    [Fact]
    public void Without_right_or_without_wrong_sentences_there_is_no_fit()
    {
        Should.Throw<TooFewExamplesException>(() => LogisticFit.Of([], Ridge));
        Should.Throw<TooFewExamplesException>(() => LogisticFit.Of([new([1], true, 1)], Ridge));
        Should.Throw<TooFewExamplesException>(() => LogisticFit.Of([new([1], false, 1)], Ridge));
    }

    private static WeightedExample[] Noisy(int count, double[] weights, double bias)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] features = [.. weights.Select(_ => random.NextSingle() * 2 - 1)];
            double score = features.Zip(weights, (value, weight) => value * weight).Sum() + bias;
            return new WeightedExample(features, random.NextDouble() < 1 / (1 + Math.Exp(-score)), 1);
        })];
    }
}

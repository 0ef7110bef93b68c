namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>Weighted logistic regression with a ridge, by Newton's method: the same examples always give the same weights.</summary>
/// <remarks>The loss is convex and there are about twenty weights, so a handful of steps finds its only minimum.</remarks>
public sealed class LogisticFit
{
    private const int MostSteps = 100, MostHalvings = 30;
    private const double Settled = 1e-9;

    private readonly IReadOnlyList<WeightedExample> examples;
    private readonly double ridge;
    private readonly int features;
    private readonly double totalWeight;

    private LogisticFit(IReadOnlyList<WeightedExample> examples, double ridge)
    {
        (this.examples, this.ridge) = (examples, ridge);
        features = examples[0].Features.Count;
        totalWeight = examples.Sum(example => example.Weight);
    }

    /// <summary>The weights that make the examples likeliest.</summary>
    /// <exception cref="TooFewExamplesException">There are no positive examples, or no negative ones.</exception>
    public static LogisticWeights Of(IReadOnlyList<WeightedExample> examples, double ridge)
    {
        if (!examples.Any(example => example.IsPositive) || examples.All(example => example.IsPositive))
            throw new TooFewExamplesException();
        double[] weights = new LogisticFit(examples, ridge).Minimize();
        return new LogisticWeights(weights[..^1], weights[^1]);
    }

    /// <summary>The bias is the last weight.</summary>
    private double[] Minimize()
    {
        double[] weights = new double[features + 1];
        double loss = Loss(weights);
        for (int i = 0; i < MostSteps; i++)
        {
            var (next, nextLoss) = Step(weights, loss);
            double moved = weights.Zip(next, (before, after) => Math.Abs(after - before)).Max();
            (weights, loss) = (next, nextLoss);
            if (moved < Settled)
                break;
        }
        return weights;
    }

    /// <summary>One Newton step, halved until it leads downhill.</summary>
    private (double[] Weights, double Loss) Step(double[] weights, double loss)
    {
        var (gradient, curvature) = Slope(weights);
        double[] direction = LinearSystem.Solve(curvature, gradient);
        double share = 1;
        for (int i = 0; i < MostHalvings; i++, share /= 2)
        {
            double[] next = [.. weights.Zip(direction, (weight, step) => weight - share * step)];
            if (Loss(next) is var nextLoss && nextLoss <= loss)
                return (next, nextLoss);
        }
        return (weights, loss);
    }

    private double Loss(double[] weights)
    {
        double sum = examples.Sum(example => example.Weight * Surprise(example.IsPositive ? Score(weights, example) : -Score(weights, example)));
        return sum / totalWeight + ridge / 2 * weights.SkipLast(1).Sum(weight => weight * weight);
    }

    // log(1 + exp(-x)), without overflow.
    private static double Surprise(double x) => x > 0 ? Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x)) - x;

    private (double[] Gradient, double[,] Curvature) Slope(double[] weights)
    {
        double[] gradient = new double[features + 1];
        double[,] curvature = new double[features + 1, features + 1];
        foreach (var example in examples)
        {
            double probability = 1 / (1 + Math.Exp(-Score(weights, example))), share = example.Weight / totalWeight;
            double error = share * (probability - (example.IsPositive ? 1 : 0)), bend = share * probability * (1 - probability);
            for (int i = 0; i <= features; i++)
            {
                gradient[i] += error * Value(example, i);
                for (int j = 0; j <= i; j++)
                    curvature[i, j] += bend * Value(example, i) * Value(example, j);
            }
        }
        for (int i = 0; i < features; i++)
        {
            gradient[i] += ridge * weights[i];
            curvature[i, i] += ridge;
        }
        return (gradient, curvature);
    }

    private double Score(double[] weights, WeightedExample example)
    {
        double sum = weights[features];
        for (int i = 0; i < features; i++)
            sum += weights[i] * example.Features[i];
        return sum;
    }

    private double Value(WeightedExample example, int i) => i < features ? example.Features[i] : 1;
}

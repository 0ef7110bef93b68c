namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>What one answer threshold makes of all runs.</summary>
/// <param name="Threshold">Runs below it are refused.</param>
/// <param name="Answerable">Runs with an answer.</param>
/// <param name="Unanswerable">Runs of questions without an answer.</param>
/// <param name="GoldRemoved">Runs without the articles that answer.</param>
public sealed record ThresholdOutcome(double Threshold, RunTally Answerable, RunTally Unanswerable, RunTally GoldRemoved)
{
    public static ThresholdOutcome At(double threshold, IEnumerable<ScoredRun> runs)
    {
        var kinds = runs.ToLookup(run => run.Kind);
        RunTally Tally(RunKind kind) => RunTally.At(threshold, [.. kinds[kind]]);
        return new ThresholdOutcome(threshold, Tally(RunKind.Answerable), Tally(RunKind.Unanswerable), Tally(RunKind.GoldRemoved));
    }

    /// <summary>Refusals of questions that have an answer.</summary>
    public double FalseRefusals => Answerable.Refused;

    /// <summary>Answers where there is none, and answers without the right words.</summary>
    public double WrongAnswers => Answerable.Wrong + Unanswerable.Wrong + GoldRemoved.Wrong;

    /// <summary>False refusals, and wrong answers at <paramref name="wrongAnswerCost"/> false refusals each.</summary>
    public double Cost(double wrongAnswerCost) => FalseRefusals + wrongAnswerCost * WrongAnswers;
}

/// <summary>What became of the runs of one kind, each counted by its weight.</summary>
public sealed record RunTally(double Runs, double Refused, double Right)
{
    public static RunTally At(double threshold, IReadOnlyList<ScoredRun> runs)
    {
        double Sum(Func<ScoredRun, bool> which) => runs.Where(which).Sum(run => run.Weight);
        return new RunTally(Sum(_ => true), Sum(run => run.Probability < threshold), Sum(run => run.Probability >= threshold && run.IsRight));
    }

    public double Wrong => Runs - Refused - Right;

    /// <summary>Null when there are no runs.</summary>
    public double? RefusalRate => Runs == 0 ? null : Refused / Runs;

    /// <summary>Null when there are no runs.</summary>
    public double? RightRate => Runs == 0 ? null : Right / Runs;
}

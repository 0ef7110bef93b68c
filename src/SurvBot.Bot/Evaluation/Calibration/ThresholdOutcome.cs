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
    public int FalseRefusals => Answerable.Refused;

    /// <summary>Answers where there is none, and answers without the right words.</summary>
    public int WrongAnswers => Answerable.Wrong + Unanswerable.Wrong + GoldRemoved.Wrong;

    /// <summary>False refusals, and wrong answers at <paramref name="wrongAnswerCost"/> false refusals each.</summary>
    public double Cost(double wrongAnswerCost) => FalseRefusals + wrongAnswerCost * WrongAnswers;
}

/// <summary>What became of the runs of one kind.</summary>
public sealed record RunTally(int Runs, int Refused, int Right)
{
    public static RunTally At(double threshold, IReadOnlyList<ScoredRun> runs)
    {
        var answered = runs.Where(run => run.Probability >= threshold).ToList();
        return new RunTally(runs.Count, runs.Count - answered.Count, answered.Count(run => run.IsRight));
    }

    public int Wrong => Runs - Refused - Right;

    /// <summary>Null when there are no runs.</summary>
    public double? RefusalRate => Runs == 0 ? null : Refused / (double)Runs;

    /// <summary>Null when there are no runs.</summary>
    public double? RightRate => Runs == 0 ? null : Right / (double)Runs;
}

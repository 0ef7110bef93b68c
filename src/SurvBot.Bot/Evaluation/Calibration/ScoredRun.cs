namespace SurvBot.Bot.Evaluation.Calibration;

/// <summary>A run whose sentences a model has weighed that never saw its question.</summary>
/// <param name="Kind">Whether this run can answer its question.</param>
/// <param name="Sentences">Likeliest first.</param>
public sealed record ScoredRun(RunKind Kind, IReadOnlyList<ScoredSentence> Sentences)
{
    // What a single answer quotes.
    private const int Quoted = 3;

    /// <summary>How much the run counts.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The best sentence's, by which the run is answered or refused; 0 when nothing was found.</summary>
    public double Probability => Sentences.Count == 0 ? 0 : Sentences[0].Probability;

    /// <summary>Whether an answer would hold an expected one.</summary>
    public bool IsRight => Sentences.Take(Quoted).Any(sentence => sentence.HoldsAnswer);
}

/// <summary>A sentence with its probability of answering the question.</summary>
public sealed record ScoredSentence(double Probability, bool HoldsAnswer);

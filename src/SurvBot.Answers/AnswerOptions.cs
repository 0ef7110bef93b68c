namespace SurvBot.Answers;

/// <summary>What an answer looks at and when it counts as old.</summary>
public sealed class AnswerOptions
{
    /// <summary>Passages found for an answer.</summary>
    public int Passages { get; set; } = 48;

    /// <summary>
    /// Passages of these, the best, that are read word by word. Each takes the embedding model as long as it took to ingest it
    /// (20 to 50 ms of a core); nine of ten answers that are found at all stand in the first four.
    /// </summary>
    public int PassagesRead { get; set; } = 8;

    /// <summary>How many of those are read before the others, which a sure answer saves.</summary>
    public int PassagesReadFirst { get; set; } = 3;

    /// <summary>From which support on, 0 to 1, an answer is so sure that no more is read for it.</summary>
    public double SureSupport { get; set; } = 0.45;

    /// <summary>
    /// How many of all these are taken for their meaning alone, because they hardly share a word with the question; or from articles that
    /// the best passages are not from, where several things are asked for.
    /// </summary>
    public int PassagesReadBesides { get; set; } = 3;

    /// <summary>Passages found for a timeline, whose articles are read whole.</summary>
    public int TimelinePassages { get; set; } = 60;

    /// <summary>Most entries of a timeline.</summary>
    public int TimelineEntries { get; set; } = 30;

    /// <summary>Tokens of articles that a language model is given at most.</summary>
    public int PromptTokens { get; set; } = 3_000;

    /// <summary>How long a language model may write, with all that is asked again; after that the rest is quoted.</summary>
    public TimeSpan WritingTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Evidence older than this does not tell the latest state of things.</summary>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Other ages for questions that have one of these words: a law stays the latest for longer than a price.</summary>
    public IDictionary<string, TimeSpan> StaleAfterByTopic { get; } = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase);
}

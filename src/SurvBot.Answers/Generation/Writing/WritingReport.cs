using SurvBot.Answers.Checking;
using SurvBot.Answers.Generation.Usage;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>How the writing of one answer went, for the reader, the diagnostics and the budgets.</summary>
public sealed class WritingReport
{
    private readonly List<string> notes = [];

    /// <summary>Stands in the prompt and in no answer.</summary>
    public string Canary { get; } = ModelWriter.NewCanary();

    /// <summary>Which model wrote, where that is known.</summary>
    public string? Model { get; init; }

    /// <summary>Tokens that the model says it used.</summary>
    public TokenUsage Used { get; set; }

    /// <summary>Whether it was written for an earlier question, and cost nothing now.</summary>
    public bool IsFromCache { get; set; }

    /// <summary>Drafted sentences that did not leave as they were, and why.</summary>
    public List<CheckedSentence> Stopped { get; } = [];

    /// <summary>How many of them left in other words.</summary>
    public int Repaired { get; set; }

    /// <summary>What the model was given; null where nothing that it wrote is told.</summary>
    public IReadOnlyList<ReadPassage>? Passages { get; set; }

    /// <summary>Why a model wrote less than all of it.</summary>
    public WritingTrouble Trouble { get; set; }

    /// <summary>The same in more words, for the diagnostics; null where there is nothing to say.</summary>
    public string? Note => string.Join("; ", Notes) is { Length: > 0 } note ? note : null;

    /// <summary>For a person who reads the answer, why it is made of quotes; null where a model wrote it.</summary>
    /// <param name="isWritten">Whether the model wrote any of it.</param>
    public string? Remark(bool isWritten) => (Trouble, isWritten) switch
    {
        (WritingTrouble.None, _) => null,
        (_, true) => "The language model stopped midway; the rest is quoted.",
        (WritingTrouble.BudgetUsedUp, _) => "Today's budget for written answers is used up, so this answer is made of quotes.",
        (WritingTrouble.ModelFailed, _) => "The language model gave no answer in time, so this answer is made of quotes.",
        (WritingTrouble.NothingBacked, _) => "What the language model wrote was not backed by the articles, so this answer is made of quotes.",
        _ => "The language model found nothing to write, so this answer is made of quotes.",
    };

    internal void Fail(WritingTrouble trouble, string note)
    {
        Trouble = trouble;
        notes.Add(note);
    }

    private IEnumerable<string> Notes =>
    [
        .. IsFromCache ? ["written for an earlier question"] : Array.Empty<string>(),
        .. notes,
        .. Stopped.Select(stopped => $"stopped ({stopped.Objection!.Kind.ToString().ToLowerInvariant()}: {stopped.Objection.What}): {stopped.Sentence.Text}"),
        .. Repaired > 0 ? [$"written once more: {Repaired}"] : Array.Empty<string>(),
    ];
}

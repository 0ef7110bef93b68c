using SurvBot.Answers.Checking;
using SurvBot.Answers.Generation.Usage;

namespace SurvBot.Answers.Generation.Writing;

/// <summary>How the writing of one answer went, for the diagnostics and the budgets.</summary>
public sealed class WritingReport
{
    /// <summary>Stands in the prompt and in no answer.</summary>
    public string Canary { get; } = ModelWriter.NewCanary();

    /// <summary>Which model wrote, where that is known.</summary>
    public string? Model { get; init; }

    /// <summary>Tokens that the model says it used.</summary>
    public TokenUsage Used { get; set; }

    /// <summary>Sentences that did not leave, and why.</summary>
    public List<CheckedSentence> Stopped { get; } = [];

    /// <summary>What the model was given; null where nothing that it wrote is told.</summary>
    public IReadOnlyList<ReadPassage>? Passages { get; set; }

    /// <summary>Why a model wrote less than all of it; null where it wrote all.</summary>
    public string? Note { get; set; }
}

using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Understanding;

/// <summary>A question as it was understood, without any model.</summary>
public sealed record ReadQuestion
{
    /// <summary>The question with everything that it takes from its thread spelled out.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it refers to something that neither it nor its thread names ("Who led it?"): only a question back can help.</summary>
    public bool LeansOnNothing { get; init; }

    /// <summary>The instant it is asked at.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>What sort of thing would answer it.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>Term of the noun that is asked for ("camera" in "how many cameras"), or null.</summary>
    public string? Head { get; init; }

    /// <summary>The time it asks about, or null.</summary>
    public TimeRange? Period { get; init; }

    /// <summary>Whether it asks for the state of things now ("latest", "currently").</summary>
    public bool AsksForLatest { get; init; }

    /// <summary>Whether more than one thing is asked for: a list, a comparison.</summary>
    public bool AsksForSeveral { get; init; }

    /// <summary>Proper names in it, publishers left out.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Years and other figures in it.</summary>
    public required IReadOnlyList<string> Figures { get; init; }

    /// <summary>Publishers it names that the corpus holds.</summary>
    public required IReadOnlyList<string> Publishers { get; init; }

    /// <summary>Publishers whose reporting it presupposes ("the Bloomberg article") and that the corpus does not hold.</summary>
    public required IReadOnlyList<string> MissingPublishers { get; init; }

    /// <summary>Its parts, where it asks about several things at once; otherwise empty.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>In one word, for the interpretation that people see.</summary>
    public string Intent => (AsksForLatest, AsksForSeveral, Kind) switch
    {
        (true, _, _) => "latest",
        (_, true, _) => "several",
        (_, _, AnswerKind.Definition) => "definition",
        (_, _, AnswerKind.Statement) => "statement",
        (_, _, AnswerKind.YesNo) => "verification",
        (_, _, AnswerKind.Reason) => "reason",
        (_, _, AnswerKind.Date) => "date",
        _ => "fact",
    };
}

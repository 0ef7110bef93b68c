namespace SurvBot.Answers.Claims;

/// <summary>One value that a sentence gives for one fact.</summary>
public sealed record Claim
{
    /// <summary>Names of those it may be said of.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>Which fact.</summary>
    public required Slot Slot { get; init; }

    public required Quantity Value { get; init; }

    /// <summary>The sentence's words for the value, hedge included.</summary>
    public required string Wording { get; init; }

    /// <summary>When it holds; null where nobody says.</summary>
    public Moment? Moment { get; init; }

    /// <summary>Who says so, in the sentence's words; null where the article itself does.</summary>
    public string? SaidBy { get; init; }

    /// <summary>Name of the funding round it belongs to; empty where it has none.</summary>
    public string Round { get; init; } = "";

    /// <summary>Whether it is only planned, hoped for or talked about.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Whether it is of each of several: "$1,000 for each post" and "$3,000 for three" agree.</summary>
    public bool IsEach { get; init; }

    /// <summary>Whether its sentence gives another value for the same fact, too: nobody knows which of "28 points in the first game and 32 in the second" another article means.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>Whether it is a tally or a state of the day, which the next day's news may give otherwise without contradicting it.</summary>
    public bool IsTally { get; init; }

    /// <summary>Countries and states that its sentence names.</summary>
    public IReadOnlySet<string> Places { get; init; } = new HashSet<string>();

    /// <summary>Stems of the words of its clause, to tell whether two claims speak of one matter.</summary>
    public required IReadOnlySet<string> Matter { get; init; }
}

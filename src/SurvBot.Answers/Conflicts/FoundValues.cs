namespace SurvBot.Answers.Conflicts;

/// <summary>What was heard of the fact that a question asks for, where that is more than one value.</summary>
/// <param name="Slot">The fact, for people: "the valuation of SenseTime".</param>
/// <param name="Positions">Values that cannot all hold, at least two; empty where nobody disagrees.</param>
/// <param name="Developments">Values of other moments and other rounds, in order of time.</param>
public sealed record FoundValues(string Slot, IReadOnlyList<HeardPosition> Positions, IReadOnlyList<HeardPosition> Developments)
{
    /// <summary>No amount was asked for, or one value was heard.</summary>
    public static FoundValues None { get; } = new("", [], []);

    /// <summary>Whether some of them are of one fact at different moments.</summary>
    public bool Changed { get; init; }

    public bool Disagree => Positions.Count > 1;
}

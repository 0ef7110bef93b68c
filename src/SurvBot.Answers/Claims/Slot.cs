namespace SurvBot.Answers.Claims;

/// <summary>Which fact about somebody a value fills.</summary>
/// <param name="Kind">What sort of fact.</param>
/// <param name="Of">Stem of what is counted or shared out, or of the verb that tells what happened; empty for money.</param>
public sealed record Slot(SlotKind Kind, string Of = "")
{
    /// <summary>
    /// Whether the kind alone says which fact it is. A company has one valuation at a time; it has as many counts of cameras as there are places.
    /// </summary>
    public bool IsNamed => Kind is SlotKind.Valuation or SlotKind.Raised or SlotKind.Penalty;

    /// <summary>For people: "valuation", "amount raised", "number of …".</summary>
    public string Name => Kind switch
    {
        SlotKind.Valuation => "valuation",
        SlotKind.Raised => "amount raised",
        SlotKind.Penalty => "fine or settlement",
        SlotKind.Revenue => "revenue",
        SlotKind.Price => "price",
        SlotKind.Share => "share",
        SlotKind.Amount => "amount",
        SlotKind.Duration => "duration",
        SlotKind.Date => "date",
        SlotKind.Status => "whether it is so",
        _ => "number",
    };
}

/// <summary>What sort of fact.</summary>
public enum SlotKind
{
    Valuation,
    Raised,
    Penalty,
    Revenue,
    Price,
    Count,
    Share,

    /// <summary>Money of which the sentence does not say in known words what it is for.</summary>
    Amount,
    Duration,

    /// <summary>When something happened.</summary>
    Date,

    /// <summary>Whether something is done or is so.</summary>
    Status,
}

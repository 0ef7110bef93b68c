using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Claims;

/// <summary>An amount as a text states it.</summary>
/// <param name="Kind">What sort of amount.</param>
/// <param name="Unit">Currency code, "%", or the stem of what is counted; empty where the text does not say what of.</param>
/// <param name="Range">Where the true number can lie if the statement holds.</param>
/// <param name="Approximation">How the text hedges it.</param>
/// <param name="Span">The words it was read from, hedge and unit included.</param>
public sealed record Quantity(QuantityKind Kind, string Unit, NumberRange Range, Approximation Approximation, TextSpan Span)
{
    /// <summary>The number itself, without its hedge; 0 where there is none.</summary>
    public double Number { get; init; }

    /// <summary>Stems of the words between the number and what is counted: "law enforcement" in "600 law enforcement agencies".</summary>
    public IReadOnlyList<string> Qualifiers { get; init; } = [];

    /// <summary>Whether both could be said of one thing: same unit, and a number that both allow.</summary>
    public bool CanHoldWith(Quantity other) => IsLike(other) && (Kind is QuantityKind.Date or QuantityKind.Status ? Range.Overlaps(other.Range) : Range.Meets(other.Range));

    /// <summary>Whether both measure in the same unit.</summary>
    public bool IsLike(Quantity other) => Kind == other.Kind && Unit == other.Unit;
}

/// <summary>What sort of amount.</summary>
public enum QuantityKind
{
    Money,
    Share,
    Count,
    Duration,

    /// <summary>When something happened, in days since 1 January 0001.</summary>
    Date,

    /// <summary>1 for what is so, 0 for what is not.</summary>
    Status,
}

/// <summary>How a text hedges a number.</summary>
public enum Approximation
{
    Exact,
    About,
    MoreThan,
    AtLeast,

    /// <summary>Nearly, under, fewer than.</summary>
    LessThan,
    UpTo,
    Between,

    /// <summary>No number at all: dozens, hundreds, a limited number.</summary>
    Vague,
}

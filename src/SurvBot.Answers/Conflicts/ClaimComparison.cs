using SurvBot.Answers.Claims;
using SurvBot.Answers.Claims.Aliases;

namespace SurvBot.Answers.Conflicts;

/// <summary>How two claims stand to each other.</summary>
public enum ClaimRelation
{
    /// <summary>They speak of different things, or it cannot be told.</summary>
    Unrelated,

    /// <summary>The same value, perhaps in other words.</summary>
    Same,

    /// <summary>Values of one fact at one moment that cannot both hold.</summary>
    Conflict,

    /// <summary>Values of one fact at different moments.</summary>
    Development,
}

/// <summary>Tells a disagreement from a development, and both from claims of different things.</summary>
public static class ClaimComparison
{
    // Counts and prices are of one matter when this much of their clauses' words is.
    private const double OneMatter = 0.4;

    /// <summary>The same whichever comes first; subjects are compared by the forms of their names alone.</summary>
    public static ClaimRelation Compare(Claim one, Claim other) => Compare(one, other, AliasBook.Empty);

    /// <summary>The same whichever comes first.</summary>
    /// <param name="one">A claim.</param>
    /// <param name="other">Another one.</param>
    /// <param name="aliases">Which subjects are one.</param>
    public static ClaimRelation Compare(Claim one, Claim other, AliasBook aliases)
    {
        if (!SpeakOfOneThing(one, other, aliases))
            return ClaimRelation.Unrelated;
        if (one.Value.CanHoldWith(other.Value))
            return ClaimRelation.Same;
        if (one.IsOneOfSeveral || other.IsOneOfSeveral || one.Moment is not { } first || other.Moment is not { } second)
            return ClaimRelation.Unrelated;
        if (first.IsApartFrom(second) || ((one.IsTally || other.IsTally) && !first.Date.Overlaps(second.Date.Start, second.Date.End)))
            return ClaimRelation.Development;
        // Within a year a company raises money more than once.
        bool isOneMoment = first.IsOneWith(second) && (one.Slot.Kind != SlotKind.Raised || (first.IsShort && second.IsShort));
        return isOneMoment ? ClaimRelation.Conflict : ClaimRelation.Unrelated;
    }

    /// <summary>How two sentences stand to each other: what they agree on is not held against the other values that they give.</summary>
    public static ClaimRelation Compare(IReadOnlyList<Claim> one, IReadOnlyList<Claim> other)
    {
        var pairs = one.SelectMany(claim => other.Select(said => (Claim: claim, Said: said, Relation: Compare(claim, said)))).ToList();
        var matched = pairs.Where(pair => pair.Relation == ClaimRelation.Same).SelectMany(pair => (Claim[])[pair.Claim, pair.Said]).ToHashSet(ReferenceEqualityComparer.Instance);
        var open = pairs.Where(pair => !matched.Contains(pair.Claim) && !matched.Contains(pair.Said)).Select(pair => pair.Relation).ToList();
        return open.Contains(ClaimRelation.Conflict) ? ClaimRelation.Conflict
            : open.Contains(ClaimRelation.Development) ? ClaimRelation.Development
            : matched.Count > 0 ? ClaimRelation.Same : ClaimRelation.Unrelated;
    }

    private static bool SpeakOfOneThing(Claim one, Claim other, AliasBook aliases) =>
        one.Slot == other.Slot
        && one.IsPlanned == other.IsPlanned
        && one.IsEach == other.IsEach
        && one.Value.IsLike(other.Value)
        && IsOneRound(one, other)
        && !PlaceNames.AreApart(one.Places, other.Places)
        && one.Subjects.Any(name => other.Subjects.Any(named => aliases.AreOne(name, named)))
        && (one.Slot.IsNamed || IsOneMatter(one, other));

    // "A second round" of money is another round; a valuation does not hang on how its round is called.
    private static bool IsOneRound(Claim one, Claim other) => one.Slot.Kind == SlotKind.Raised
        ? FundingRound.MayBeOne(one.Round, other.Round)
        : one.Round.Length == 0 || other.Round.Length == 0 || FundingRound.MayBeOne(one.Round, other.Round);

    private static bool IsOneMatter(Claim one, Claim other)
    {
        if (!QualifiersAgree(one.Value, other.Value))
            return false;
        // That both count forces is known already.
        int Words(Claim claim) => claim.Matter.Count - (claim.Matter.Contains(claim.Slot.Of) ? 1 : 0);
        int shared = one.Matter.Count(term => term != one.Slot.Of && other.Matter.Contains(term));
        return shared >= OneMatter * Math.Min(Words(one), Words(other));
    }

    // "600 police agencies" and "20 federal agencies" are counts of different things; "600 agencies" may be of either.
    private static bool QualifiersAgree(Quantity one, Quantity other) =>
        one.Qualifiers.Count == 0 || other.Qualifiers.Count == 0 || one.Qualifiers.All(other.Qualifiers.Contains) || other.Qualifiers.All(one.Qualifiers.Contains);
}

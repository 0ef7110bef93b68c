namespace SurvBot.Answers.Conflicts;

/// <summary>One value of a fact with everyone who says so.</summary>
/// <param name="Claims">The one that speaks for it first.</param>
public sealed record HeardPosition(IReadOnlyList<HeardClaim> Claims)
{
    public HeardClaim Best => Claims[0];

    /// <summary>How many say so independently.</summary>
    public int Voices => Claims.Select(claim => claim.Voice).Distinct().Count();

    /// <summary>Gathers claims of the same value. A number that is told exactly makes a position sooner than a vague one that would fit several.</summary>
    public static IReadOnlyList<HeardPosition> Of(IEnumerable<HeardClaim> claims)
    {
        var positions = new List<List<HeardClaim>>();
        foreach (var claim in claims.OrderBy(Width))
            if (positions.Find(position => ClaimComparison.Compare(position[0].Claim, claim.Claim) == ClaimRelation.Same) is { } known)
                known.Add(claim);
            else
                positions.Add([claim]);
        return [.. positions.Select(position => new HeardPosition([.. position.OrderByDescending(claim => claim.Sentence.Support)]))];
    }

    /// <summary>Whether somebody here and somebody independent there contradict each other.</summary>
    public bool Contradicts(HeardPosition other) => Relates(other, ClaimRelation.Conflict);

    /// <summary>Whether one holds at one moment and the other at another.</summary>
    public bool IsOtherMomentOf(HeardPosition other) => Relates(other, ClaimRelation.Development);

    private bool Relates(HeardPosition other, ClaimRelation relation) =>
        Claims.Any(claim => other.Claims.Any(said => said.Voice != claim.Voice && ClaimComparison.Compare(claim.Claim, said.Claim) == relation));

    private static double Width(HeardClaim claim) => claim.Claim.Value.Range is { Least: var least, Most: var most } ? most - least : 0;
}

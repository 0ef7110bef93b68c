using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Conflicts;

/// <summary>One value of a fact with everyone who says so.</summary>
/// <param name="Claims">The one to quote first.</param>
public sealed record HeardPosition(IReadOnlyList<HeardClaim> Claims)
{
    /// <summary>The one to quote.</summary>
    public HeardClaim Best => Claims[0];

    /// <summary>How many say so independently.</summary>
    public int Voices => Claims.Select(claim => claim.Voice).Distinct().Count();

    /// <summary>
    /// Gathers claims of the same value. A number that is told exactly makes a position; a vague one that would fit several goes to the one whose number it names.
    /// </summary>
    public static IReadOnlyList<HeardPosition> Of(IEnumerable<HeardClaim> claims, AliasBook aliases)
    {
        var positions = new List<List<HeardClaim>>();
        foreach (var claim in claims.OrderBy(Width))
        {
            var fitting = positions.Where(position => ClaimComparison.Compare(position[0].Claim, claim.Claim, aliases) == ClaimRelation.Same).ToList();
            if (fitting.Count > 0)
                fitting.MinBy(position => Math.Abs(position[0].Claim.Value.Number - claim.Claim.Value.Number))!.Add(claim);
            else
                positions.Add([claim]);
        }
        return [.. positions.Select(position => new HeardPosition([.. position.OrderBy(Leans).ThenByDescending(IsDatedToTheDay).ThenByDescending(claim => claim.Sentence.Support)]))];
    }

    /// <summary>Whether the two cannot both hold and somebody independent says the other.</summary>
    public bool Contradicts(HeardPosition other, AliasBook aliases) =>
        other.Claims.Any(said => said.Voice != Best.Voice) && ClaimComparison.Compare(Best.Claim, other.Best.Claim, aliases) == ClaimRelation.Conflict;

    /// <summary>Whether a sentence has to stand before the quote so that it is understood.</summary>
    public bool NeedsContext => Leans(Best);

    private static bool Leans(HeardClaim claim) => Antecedents.IsMissing(claim.Sentence.Text);

    private static bool IsDatedToTheDay(HeardClaim claim) => claim.AsOf is { Precision: DatePrecision.Day or DatePrecision.Instant };

    private static double Width(HeardClaim claim) => claim.Claim.Value.Range is var range ? range.Most - range.Least : 0;
}

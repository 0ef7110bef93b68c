using SurvBot.Answers.Generation;
using SurvBot.Answers.Grounding;

namespace SurvBot.Answers.Conflicts;

/// <summary>Writes the values that were found as the contract has them: each with citations of its own.</summary>
internal sealed class ToldValues(FoundValues values, Draft draft, IReadOnlyList<Citation> citations)
{
    /// <summary>Empty where nobody disagrees.</summary>
    public IReadOnlyList<Conflict> Conflicts => values.Disagree
        ? [new Conflict(values.Slot, [.. values.Positions.Select(position => new Position(CitationResolver.Fold(position.Best.Claim.Wording), CitationsOf(position), position.Best.AsOf, position.Best.SaidBy))])] : [];

    /// <summary>What is quoted of it, in order of time; null where that is of one moment, or of units that cannot be compared.</summary>
    public Development? Development
    {
        get
        {
            var dated = values.Positions.Concat(values.Developments).Where(position => !position.Best.Claim.IsPlanned && position.Best.AsOf is not null && CitationsOf(position).Count > 0)
                .OrderBy(position => position.Best.AsOf).ThenBy(position => position.Best.Claim.Value.Number).ToList();
            bool isOneUnit = dated.All(position => position.Best.Claim.Value.IsLike(dated[0].Best.Claim.Value));
            return isOneUnit && values.Changed && dated.Count > 1
                ? new Development(values.Slot, [.. dated.Select(position => new DatedValue(CitationResolver.Fold(position.Best.Claim.Wording), NumberOf(position), position.Best.AsOf!.Value, CitationsOf(position)))]) : null;
        }
    }

    private static double? NumberOf(HeardPosition position) => position.Best.Claim.Value.Number is var number and > 0 ? number : null;

    private IReadOnlyList<int> CitationsOf(HeardPosition position)
    {
        var quoted = position.Claims.Select(claim => claim.Sentence).Where(sentence => draft.Sentences.SelectMany(drafted => drafted.Quotations).Any(quoted => quoted.Article.Id == sentence.Article.Id && quoted.Span == sentence.Span));
        return [.. quoted.Select(sentence => citations.First(citation => citation.ArticleId == sentence.Article.Id).N).Distinct()];
    }
}

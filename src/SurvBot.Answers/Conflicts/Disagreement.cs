using SurvBot.Answers.Generation;

namespace SurvBot.Answers.Conflicts;

/// <summary>Writes what disagrees as the contract has it: each position with citations of its own.</summary>
internal static class Disagreement
{
    /// <summary>Empty where nobody disagrees.</summary>
    public static IReadOnlyList<Conflict> Of(FoundValues values, Draft draft, IReadOnlyList<Citation> citations) =>
        values.Disagree ? [new Conflict(values.Slot, [.. values.Positions.Select(position => Write(position, draft, citations))])] : [];

    private static Position Write(HeardPosition position, Draft draft, IReadOnlyList<Citation> citations)
    {
        var quoted = position.Claims.Select(claim => claim.Sentence).Where(sentence => draft.Sentences.Any(drafted => drafted.Source.Article.Id == sentence.Article.Id && drafted.Span == sentence.Span));
        var numbers = quoted.Select(sentence => citations.First(citation => citation.ArticleId == sentence.Article.Id).N).Distinct();
        return new Position(Fold(position.Best.Claim.Wording), [.. numbers], position.Best.AsOf, position.Best.SaidBy);
    }

    private static string Fold(string wording) => string.Join(' ', wording.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

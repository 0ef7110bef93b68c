using SurvBot.Answers.Claims;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Generation;
using SurvBot.Answers.Grounding;

namespace SurvBot.Answers.Conflicts;

/// <summary>Looks through the evidence, not only through what is quoted, for other values of the fact that is asked for.</summary>
public static class ConflictFinder
{
    private const int MostPositions = 3, MostDevelopments = 2;

    /// <summary>The values that disagree, and those of other moments.</summary>
    /// <param name="context">What was found and read.</param>
    /// <param name="supported">The sentences that may answer, best first; where there are none, there is nothing to disagree with.</param>
    /// <param name="aliases">Which names are one.</param>
    public static FoundValues Find(GroundingContext context, IReadOnlyList<CandidateSentence> supported, AliasBook aliases)
    {
        if (supported.Count == 0 || AskedSlot.In(context.Question) is not { } asked)
            return FoundValues.None;
        var sentences = asked.IsNamed ? Everything(context) : supported;
        var claims = sentences.Where(ExtractiveGenerator.CanBeQuoted).SelectMany(sentence => HeardClaim.Of(sentence, asked.Kind, aliases)).Where(heard => asked.IsFilledBy(heard.Claim, aliases));
        // In an order that does not hang on how they were found.
        var positions = HeardPosition.Of(claims.OrderBy(heard => heard.Sentence.Article.Url, StringComparer.Ordinal).ThenBy(heard => heard.Sentence.Ordinal), aliases);
        var contested = Contested(positions, aliases);
        var others = asked.IsNamed ? Others(positions, contested) : OtherMoments(positions, contested, aliases);
        return new FoundValues(NameOf(asked), contested, others) { Changed = others.Any(one => contested.Concat(others).Any(other => ClaimComparison.Compare(one.Best.Claim, other.Best.Claim, aliases) == ClaimRelation.Development)) };
    }

    /// <summary>The positions that somebody contradicts, the most widely held first and the latest first of equals: that takes nobody's side.</summary>
    private static List<HeardPosition> Contested(IReadOnlyList<HeardPosition> positions, AliasBook aliases)
    {
        var widest = positions.Where(position => positions.Any(other => position.Contradicts(other, aliases))).OrderByDescending(position => position.Voices).ThenByDescending(position => position.Best.AsOf).ToList();
        return widest.Count < 2 ? [] : [.. widest.Where((position, i) => i == 0 || position.Contradicts(widest[0], aliases)).Take(MostPositions)];
    }

    /// <summary>What was so at other moments, or is told of other rounds; what was only planned comes last.</summary>
    private static List<HeardPosition> Others(IReadOnlyList<HeardPosition> positions, List<HeardPosition> contested) =>
        positions.Count < 2 ? [] : [.. positions.Except(contested).Where(position => !position.NeedsContext).OrderBy(position => position.Best.Claim.IsPlanned).ThenByDescending(position => position.Voices).Take(contested.Count > 0 ? MostDevelopments : MostDevelopments + 1).OrderBy(position => position.Best.AsOf)];

    /// <summary>Of what there are many of, only what is surely the same thing at another moment than the first answer's.</summary>
    private static List<HeardPosition> OtherMoments(IReadOnlyList<HeardPosition> positions, List<HeardPosition> contested, AliasBook aliases)
    {
        if (contested.Count > 0 || positions.MaxBy(position => position.Claims.Max(claim => claim.Sentence.Support)) is not { } first)
            return [];
        var others = positions.Where(position => !position.NeedsContext && ClaimComparison.Compare(position.Best.Claim, first.Best.Claim, aliases) == ClaimRelation.Development).Take(MostDevelopments);
        var told = others.Prepend(first).Distinct().OrderBy(position => position.Best.AsOf).ToList();
        return told.Count > 1 ? told : [];
    }

    private static IReadOnlyList<CandidateSentence> Everything(GroundingContext context)
    {
        var measured = context.Candidates.ToDictionary(candidate => (candidate.Article.Id, candidate.Ordinal));
        return [.. new ReadSentences().Add(context.Retrieval.Passages).Select(sentence => measured.GetValueOrDefault((sentence.Article.Id, sentence.Ordinal), sentence))];
    }

    private static string NameOf(AskedSlot asked)
    {
        string slot = new Slot(asked.Kind).Name;
        return asked.Kind == SlotKind.Status ? slot : asked.Names.Count > 0 && asked.Kind != SlotKind.Date ? $"the {slot} of {asked.Names[0]}" : $"the {slot}";
    }
}

using SurvBot.Answers.Conflicts;

namespace SurvBot.Bot.Evaluation.SlotPairs;

/// <summary>How well conflicts are told from everything else.</summary>
/// <param name="Pairs">Pairs whose articles are in the corpus.</param>
/// <param name="Absent">Pairs whose sentences are not.</param>
/// <param name="Conflicts">Pairs that a person calls a conflict.</param>
/// <param name="Found">Those that the rules call so, too.</param>
/// <param name="False">Others that they call so.</param>
/// <param name="Same">Pairs of the same value.</param>
/// <param name="SameFlagged">Those that the rules call a conflict.</param>
/// <param name="Developments">Pairs of different moments.</param>
/// <param name="DevelopmentsFound">Those that the rules call so, too.</param>
public sealed record SlotPairReport(int Pairs, int Absent, int Conflicts, int Found, int False, int Same, int SameFlagged, int Developments, int DevelopmentsFound)
{
    /// <summary>Harmonic mean of precision and recall of conflicts; null where there is no conflict.</summary>
    public double? F1 => Conflicts + Found + False == 0 ? null : 2.0 * Found / (Conflicts + Found + False);

    public static SlotPairReport Of(IReadOnlyList<JudgedPair> judged, int absent)
    {
        int Labelled(PairLabel label, ClaimRelation? verdict = null) => judged.Count(pair => pair.Pair.Label == label && (verdict is null || pair.Verdict == verdict));
        return new SlotPairReport(
            judged.Count, absent,
            Labelled(PairLabel.Conflict), Labelled(PairLabel.Conflict, ClaimRelation.Conflict),
            judged.Count(pair => pair.Verdict == ClaimRelation.Conflict && pair.Pair.Label != PairLabel.Conflict),
            Labelled(PairLabel.Same), Labelled(PairLabel.Same, ClaimRelation.Conflict),
            Labelled(PairLabel.Development), Labelled(PairLabel.Development, ClaimRelation.Development));
    }
}

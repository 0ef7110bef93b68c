using SurvBot.Answers.Conflicts;
using SurvBot.Bot.Evaluation.SlotPairs;

namespace SurvBot.Tests.Evaluation.SlotPairs;

public sealed class SlotPairReportTests
{
    private static readonly JudgedPair[] Judged =
    [
        Pair(PairLabel.Conflict, ClaimRelation.Conflict), Pair(PairLabel.Conflict, ClaimRelation.Conflict), Pair(PairLabel.Conflict, ClaimRelation.Conflict),
        Pair(PairLabel.Conflict, ClaimRelation.Unrelated), Pair(PairLabel.Conflict, ClaimRelation.Development),
        Pair(PairLabel.Same, ClaimRelation.Same), Pair(PairLabel.Same, ClaimRelation.Conflict),
        Pair(PairLabel.Development, ClaimRelation.Development), Pair(PairLabel.Development, ClaimRelation.Unrelated), Pair(PairLabel.Development, ClaimRelation.Development),
        Pair(PairLabel.Different, ClaimRelation.Unrelated), Pair(PairLabel.Different, ClaimRelation.Development),
    ];

    [Fact]
    public void Each_pair_is_counted_under_its_label_and_under_what_was_made_of_it() =>
        SlotPairReport.Of(Judged, 4).ShouldBe(new SlotPairReport(Pairs: 12, Absent: 4, Conflicts: 5, Found: 3, False: 1, Same: 2, SameFlagged: 1, Developments: 3, DevelopmentsFound: 2));

    // Three of four are right, three of five are found: 2 × 3/4 × 3/5 ÷ (3/4 + 3/5) = 2/3.
    [Fact]
    public void F1_weighs_what_was_called_wrongly_against_what_was_missed() => SlotPairReport.Of(Judged, 0).F1!.Value.ShouldBe(2 / 3.0, 1e-12);

    [Fact]
    public void Any_other_label_that_is_called_a_conflict_is_called_so_wrongly() =>
        SlotPairReport.Of([Pair(PairLabel.Same, ClaimRelation.Conflict), Pair(PairLabel.Development, ClaimRelation.Conflict), Pair(PairLabel.Different, ClaimRelation.Conflict)], 0).False.ShouldBe(3);

    [Fact]
    public void Without_any_conflict_there_is_no_F1()
    {
        SlotPairReport.Of([Pair(PairLabel.Same, ClaimRelation.Same)], 0).F1.ShouldBeNull();
        SlotPairReport.Of([Pair(PairLabel.Conflict, ClaimRelation.Unrelated)], 0).F1.ShouldBe(0);
    }

    private static JudgedPair Pair(PairLabel label, ClaimRelation verdict)
    {
        var place = new SentencePlace("https://news.example/a", 0, 1, "");
        return new JudgedPair(new SlotPair("count", place, place, label), verdict, new JudgedSentence("", []), new JudgedSentence("", []));
    }
}

using CsCheck;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Retrieval;

public sealed class TimeRelevanceTests
{
    private static readonly RetrievalOptions Options = new();

    [Fact]
    public void Within_the_period_nothing_is_lost()
    {
        Factor("2020-03-05", TimeAxis.Published).ShouldBe(1);
        Factor("2020", TimeAxis.Published).ShouldBe(1, "it can have been in March");
    }

    [Fact]
    public void Just_outside_little_is_lost_and_far_outside_as_much_as_ever()
    {
        Factor("2020-02-28", TimeAxis.Published).ShouldBeInRange(0.95f, 0.999f);
        Factor("2010-01-01", TimeAxis.Published).ShouldBe(Options.OutsidePeriodFactor, 1e-4f);
        Factor("2026-01-01", TimeAxis.Published).ShouldBe(Options.OutsidePeriodFactor, 1e-4f);
        Factor((PartialDate?)null, TimeAxis.Published).ShouldBe(Options.OutsidePeriodFactor);
    }

    [Fact]
    public void What_happened_may_be_told_later_but_not_before()
    {
        Factor("2026-01-01", TimeAxis.Event).ShouldBe((1 + Options.OutsidePeriodFactor) / 2, 1e-4f);
        Factor("2010-01-01", TimeAxis.Event).ShouldBe(Options.OutsidePeriodFactor, 1e-4f);
    }

    [Fact]
    public void The_nearer_the_period_the_more_an_article_counts() => Gen.Select(Gen.Int[0, 4000], Gen.Int[0, 4000]).Sample((a, b) =>
        (Factor(DaysBefore(Math.Min(a, b)), TimeAxis.Published) >= Factor(DaysBefore(Math.Max(a, b)), TimeAxis.Published)).ShouldBeTrue());

    [Fact]
    public void Answers_are_expected_in_the_period_or_else_in_the_last_weeks()
    {
        var inMarch = new TimeRelevance(March(TimeAxis.Published), Options);
        inMarch.IsExpected(Some.Date("2020-03-31")).ShouldBeTrue();
        inMarch.IsExpected(Some.Date("2020-04-02")).ShouldBeFalse();

        var now = new TimeRelevance(March(TimeAxis.Published) with { Period = null }, Options);
        now.IsExpected(Some.Date("2026-10-20")).ShouldBeTrue();
        now.IsExpected(Some.Date("2026-03-20")).ShouldBeFalse();
        now.IsExpected(null).ShouldBeFalse();
    }

    private static float Factor(string? published, TimeAxis axis) => Factor(published is null ? null : Some.Date(published), axis);

    private static float Factor(PartialDate? published, TimeAxis axis) => new TimeRelevance(March(axis), Options).FactorOf(published);

    private static PartialDate? DaysBefore(int days) => PartialDate.OfInstant(Some.Instant("2020-03-01").AddDays(-days));

    private static SearchQuery March(TimeAxis axis) => new()
    {
        Text = "cameras",
        AsOf = Some.Now,
        Period = new TimeRange(Some.Instant("2020-03"), Some.Instant("2020-04"), axis, "in March 2020"),
    };
}

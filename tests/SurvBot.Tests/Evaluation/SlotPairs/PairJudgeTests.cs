using SurvBot.Answers.Conflicts;
using SurvBot.Bot.Evaluation.SlotPairs;
using SurvBot.Corpus.Ingestion;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Evaluation.SlotPairs;

public sealed class PairJudgeTests : IDisposable
{
    private static readonly ArticleDraft Forty = SomePairs.Article("forty", "Lumora sold its cameras to 40 towns.");
    private static readonly ArticleDraft Sixty = SomePairs.Article("sixty", "Lumora sold its cameras to 60 towns.");
    private static readonly ArticleDraft Absent = SomePairs.Article("absent", "Lumora sold its cameras to 80 towns.");

    private readonly TemporaryCorpus corpus = new();

    public void Dispose() => corpus.Dispose();

    [Fact]
    public async Task Pairs_are_judged_in_their_order_with_what_was_read()
    {
        var judged = await JudgeAsync([SomePairs.Pair(Forty, Sixty, PairLabel.Same), SomePairs.Pair(Sixty, Sixty, PairLabel.Different)], Forty, Sixty);
        judged.Select(pair => (pair.Pair.Label, pair.Verdict)).ShouldBe([(PairLabel.Same, ClaimRelation.Conflict), (PairLabel.Different, ClaimRelation.Same)]);
        judged[0].One.Text.ShouldBe("Lumora sold its cameras to 40 towns.");
        judged[0].Other.Claims.ShouldHaveSingleItem().Wording.ShouldBe("60 towns");
    }

    [Fact]
    public async Task A_pair_of_which_a_sentence_is_not_there_is_left_out()
    {
        var changed = SomePairs.Place(Sixty) with { Sha256 = SomePairs.Sha256("Lumora sold its cameras to 50 towns.") };
        var pairs = new[] { SomePairs.Pair(Forty, Absent, PairLabel.Same), SomePairs.Pair(Absent, Forty, PairLabel.Same), SomePairs.Pair(Forty, Sixty, PairLabel.Same) with { Other = changed }, SomePairs.Pair(Forty, Sixty, PairLabel.Same) with { One = changed } };
        (await JudgeAsync(pairs, Forty, Sixty)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_may_be_written_otherwise()
    {
        var pair = SomePairs.Pair(Forty, Sixty, PairLabel.Conflict);
        (await JudgeAsync([pair with { One = pair.One with { Url = $"{Forty.Url.Replace("news.example", "NEWS.example")}?utm_source=x" } }], Forty, Sixty)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("money", ClaimRelation.Conflict)]
    [InlineData("share", ClaimRelation.Unrelated)]
    [InlineData("count", ClaimRelation.Same)]
    [InlineData("count towns", ClaimRelation.Same)]
    public async Task Only_amounts_of_the_kind_that_is_meant_are_compared(string kind, ClaimRelation verdict)
    {
        var one = SomePairs.Article("one", "Lumora was fined $6 million by 20 towns.");
        var other = SomePairs.Article("other", "Lumora was fined $9 million by 20 towns.");
        (await JudgeAsync([SomePairs.Pair(one, other, PairLabel.Conflict, kind)], one, other)).ShouldHaveSingleItem().Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData("share", "Lumora says 40 percent of drivers were recognised.", "Lumora says 60 percent of drivers were recognised.")]
    [InlineData("count days", "Lumora kept the photographs for 30 days.", "Lumora kept the photographs for 60 days.")]
    public async Task Shares_are_a_kind_and_durations_are_counts_of_days(string kind, string one, string other)
    {
        var (first, second) = (SomePairs.Article("one", one), SomePairs.Article("other", other));
        var judged = await JudgeAsync([SomePairs.Pair(first, second, PairLabel.Conflict, kind), SomePairs.Pair(first, second, PairLabel.Conflict, "money")], first, second);
        judged.Select(pair => pair.Verdict).ShouldBe([ClaimRelation.Conflict, ClaimRelation.Unrelated]);
    }

    [Fact]
    public async Task The_days_of_publication_tell_a_development()
    {
        var (early, late) = (SomePairs.Article("early", "Lumora holds 3 billion photos.", "2020-02-10"), SomePairs.Article("late", "Lumora holds 10 billion photos.", "2021-03-04"));
        (await JudgeAsync([SomePairs.Pair(early, late, PairLabel.Development)], early, late)).ShouldHaveSingleItem().Verdict.ShouldBe(ClaimRelation.Development);
    }

    private async Task<IReadOnlyList<JudgedPair>> JudgeAsync(IReadOnlyList<SlotPair> pairs, params ArticleDraft[] articles)
    {
        await corpus.IngestAsync(null, articles);
        return await new PairJudge(corpus.Store).JudgeAsync(pairs, TestContext.Current.CancellationToken);
    }
}

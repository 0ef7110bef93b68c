using SurvBot.Corpus.Retrieval;

namespace SurvBot.Tests.Retrieval;

public sealed class TokenEmbeddingsTests
{
    // Two segments: one token along x; two tokens along y and between x and y.
    private static readonly TokenEmbeddings Text = new([2, 0, 0, 5, 3, 3], 2, [0..1, 1..3]);

    [Fact]
    public void A_segment_is_found_as_well_as_its_tokens_closest_ones_are_on_average()
    {
        Text.FoundIn(Text, 0).ShouldBe([1, MathF.Sqrt(0.5f) / 2], 1e-6);
        Text.FoundIn(Text, 1).ShouldBe([MathF.Sqrt(0.5f), 1], 1e-6);
    }

    [Fact]
    public void Nothing_is_found_in_a_segment_that_did_not_fit()
    {
        var cut = new TokenEmbeddings([1, 0], 2, [0..1, 1..1]);
        Text.FoundIn(cut, 1).ShouldBe([0, 0]);
        cut.FoundIn(Text, 0).ShouldBe([1, 0]);
    }

    [Fact]
    public void A_zero_vector_is_like_nothing() => Text.FoundIn(new TokenEmbeddings([0, 0], 2, [0..1]), 0).ShouldBe([0, 0]);

    [Fact]
    public void Half_a_vector_is_refused() => Should.Throw<ArgumentException>(() => new TokenEmbeddings([1, 2, 3], 2, []));
}

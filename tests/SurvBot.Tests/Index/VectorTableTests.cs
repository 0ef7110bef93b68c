using CsCheck;
using SurvBot.Corpus.Index;

namespace SurvBot.Tests.Index;

public sealed class VectorTableTests
{
    [Fact]
    public void A_scan_finds_the_same_as_a_naive_loop() =>
        Gen.Select(Vector.Null().Array[0, 1200], Vector).Sample((rows, query) =>
        {
            var scores = Score(rows, query);
            for (int i = 0; i < rows.Length; i++)
                scores[i].ShouldBe(rows[i] is { } row ? row.Zip(query, (a, b) => (float)(Half)a * b).Sum() : 0, 1e-5);
        }, iter: 60);

    [Fact]
    public void A_table_without_vectors_scores_nothing() => Score([null, null], [1, 0]).ShouldBe([0, 0]);

    [Fact]
    public void A_question_of_another_length_scores_nothing() => Score([[1, 0], [0, 1]], [1, 0, 0]).ShouldBe([0, 0]);

    [Fact]
    public void A_vector_of_another_length_counts_as_none_and_leaves_its_neighbours_alone() =>
        Score([[1, 0], [0, 1, 1, 1], [0, 1], [1]], [1, 1]).ShouldBe([1, 0, 1, 0]);

    [Fact]
    public void Old_scores_do_not_shine_through() => Score([null, [0, 1]], [1, 1], stale: 7).ShouldBe([0, 1]);

    private static readonly Gen<float[]> Vector = Gen.Float[-1, 1].Array[5];

    private static float[] Score(float[]?[] rows, float[] query, float stale = 0)
    {
        var table = new VectorTable();
        foreach (float[]? row in rows)
            table.Add(row?.Select(value => (Half)value).ToArray());
        float[] scores = [.. Enumerable.Repeat(stale, rows.Length)];
        table.Score(query, scores);
        return scores;
    }
}

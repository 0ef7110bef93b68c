using System.Numerics.Tensors;

namespace SurvBot.Corpus.Index;

/// <summary>One vector a slot, in half precision (768 bytes at 384 dimensions); compared by exact scan.</summary>
/// <remarks>Half precision halves the memory of a float scan and moves a cosine by less than 0.001.</remarks>
internal sealed class VectorTable
{
    private const int RowsPerBlock = 512;

    private readonly List<Half[]> blocks = [];
    private int dimensions;
    private int rows;

    /// <summary>Appends the next slot's vector; null for a slot without one, which a vector of another length counts as.</summary>
    public void Add(Half[]? vector)
    {
        if (dimensions == 0 && vector is not null)
            dimensions = vector.Length;
        int block = rows / RowsPerBlock;
        while (dimensions > 0 && blocks.Count <= block)
            blocks.Add(new Half[RowsPerBlock * dimensions]);
        // A longer one would run over into its neighbours.
        if (vector?.Length == dimensions)
            vector.CopyTo(blocks[block].AsSpan(rows % RowsPerBlock * dimensions));
        rows++;
    }

    /// <summary>Writes the cosine of <paramref name="query"/> with every slot's vector into <paramref name="scores"/>; 0 where a slot has none.</summary>
    public void Score(ReadOnlyMemory<float> query, Memory<float> scores)
    {
        scores.Span.Clear();
        if (query.Length != dimensions || dimensions == 0)
            return;
        Parallel.For(0, blocks.Count, () => new float[dimensions], (block, _, row) =>
        {
            int first = block * RowsPerBlock, count = Math.Min(RowsPerBlock, rows - first);
            for (int i = 0; i < count; i++)
            {
                TensorPrimitives.ConvertToSingle(blocks[block].AsSpan(i * dimensions, dimensions), row);
                scores.Span[first + i] = TensorPrimitives.Dot(query.Span, row);
            }
            return row;
        }, _ => { });
    }
}

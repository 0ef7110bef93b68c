using System.Numerics.Tensors;

namespace SurvBot.Corpus.Index;

/// <summary>One vector a slot, all by one model, in half precision (768 bytes at 384 dimensions, 6 KB at 3,072); compared by exact scan.</summary>
/// <remarks>Half precision halves the memory of a float scan and moves a cosine by less than 0.001.</remarks>
internal sealed class VectorTable(int rows = 0)
{
    private const int RowsPerBlock = 512;

    private readonly List<Half[]> blocks = [];
    private int dimensions;
    private int rows = rows;

    /// <summary>Whether any slot has a vector.</summary>
    public bool HasVectors => dimensions > 0;

    /// <summary>Appends the next slot's vector; null for a slot without one, which a vector of another length counts as.</summary>
    public void Add(Half[]? vector)
    {
        rows++;
        Set(rows - 1, vector);
    }

    /// <summary>Gives a slot its vector.</summary>
    public void Set(int slot, Half[]? vector)
    {
        if (dimensions == 0 && vector is not null)
            dimensions = vector.Length;
        while (dimensions > 0 && blocks.Count * RowsPerBlock < rows)
            blocks.Add(new Half[RowsPerBlock * dimensions]);
        // A longer one would run over into its neighbours.
        if (vector?.Length == dimensions)
            vector.CopyTo(blocks[slot / RowsPerBlock].AsSpan(slot % RowsPerBlock * dimensions));
    }

    /// <summary>Writes the cosine of <paramref name="query"/> with every slot's vector into <paramref name="scores"/>, 0 where a slot has none; false where the lengths differ.</summary>
    public bool Score(ReadOnlyMemory<float> query, Memory<float> scores)
    {
        scores.Span.Clear();
        if (query.Length != dimensions || dimensions == 0)
            return false;
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
        return true;
    }
}

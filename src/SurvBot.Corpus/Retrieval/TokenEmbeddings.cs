using System.Buffers;
using System.Numerics.Tensors;

namespace SurvBot.Corpus.Retrieval;

/// <summary>The unit vectors of a text's tokens, segment by segment.</summary>
/// <remarks>The vectors of a passage fill a few hundred kilobytes for a moment: their memory is borrowed, and given back by <see cref="Dispose"/>.</remarks>
public sealed class TokenEmbeddings : IDisposable
{
    private readonly float[] values;
    private readonly int tokens, dimensions;
    private readonly IReadOnlyList<Range> segments;

    /// <param name="values">The vectors one after another, copied; they are brought to unit length here.</param>
    /// <param name="dimensions">Length of a vector.</param>
    /// <param name="segments">Which tokens each segment has; an empty range for one that did not fit into the model.</param>
    /// <exception cref="ArgumentException">The values are not whole vectors.</exception>
    public TokenEmbeddings(ReadOnlySpan<float> values, int dimensions, IReadOnlyList<Range> segments)
    {
        if (values.Length % dimensions != 0)
            throw new ArgumentException($"{values.Length} values are not whole vectors of {dimensions}.", nameof(values));
        (tokens, this.dimensions, this.segments) = (values.Length / dimensions, dimensions, segments);
        this.values = ArrayPool<float>.Shared.Rent(values.Length);
        for (int token = 0; token < tokens; token++)
        {
            var vector = values.Slice(token * dimensions, dimensions);
            TensorPrimitives.Divide(vector, Math.Max(float.Epsilon, TensorPrimitives.Norm(vector)), this.values.AsSpan(token * dimensions, dimensions));
        }
    }

    /// <summary>Gives the memory back; nothing may be compared any more.</summary>
    public void Dispose() => ArrayPool<float>.Shared.Return(values);

    /// <summary>Number of segments.</summary>
    public int Segments => segments.Count;

    /// <summary>
    /// How well each segment of this text is found in one segment of another: for each of its tokens the cosine of the other's closest one, averaged;
    /// about 0 to 1, and 0 where either segment has no tokens.
    /// </summary>
    public float[] FoundIn(TokenEmbeddings other, int segment)
    {
        ArgumentNullException.ThrowIfNull(other);
        var there = other.TokensOf(segment);
        return [.. Enumerable.Range(0, segments.Count).Select(own => TokensOf(own).Select(token => there.Select(candidate => Cosine(token, other, candidate)).DefaultIfEmpty().Max()).DefaultIfEmpty().Average())];
    }

    private float Cosine(int token, TokenEmbeddings other, int candidate) => TensorPrimitives.Dot<float>(Vector(token), other.Vector(candidate));

    private ReadOnlySpan<float> Vector(int token) => values.AsSpan(token * dimensions, dimensions);

    private IEnumerable<int> TokensOf(int segment)
    {
        var (start, length) = segments[segment].GetOffsetAndLength(tokens);
        return Enumerable.Range(start, length);
    }
}

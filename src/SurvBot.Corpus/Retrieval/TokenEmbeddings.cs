using System.Numerics.Tensors;

namespace SurvBot.Corpus.Retrieval;

/// <summary>The unit vectors of a text's tokens, segment by segment.</summary>
public sealed class TokenEmbeddings
{
    private readonly float[] values;
    private readonly int dimensions;
    private readonly IReadOnlyList<Range> segments;

    /// <param name="values">The vectors one after another; they are brought to unit length here.</param>
    /// <param name="dimensions">Length of a vector.</param>
    /// <param name="segments">Which tokens each segment has; an empty range for one that did not fit into the model.</param>
    /// <exception cref="ArgumentException">The values are not whole vectors.</exception>
    public TokenEmbeddings(float[] values, int dimensions, IReadOnlyList<Range> segments)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length % dimensions != 0)
            throw new ArgumentException($"{values.Length} values are not whole vectors of {dimensions}.", nameof(values));
        (this.values, this.dimensions, this.segments) = (values, dimensions, segments);
        for (int token = 0; token < values.Length / dimensions; token++)
        {
            var vector = values.AsSpan(token * dimensions, dimensions);
            TensorPrimitives.Divide(vector, Math.Max(float.Epsilon, TensorPrimitives.Norm<float>(vector)), vector);
        }
    }

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
        var (start, length) = segments[segment].GetOffsetAndLength(values.Length / dimensions);
        return Enumerable.Range(start, length);
    }
}

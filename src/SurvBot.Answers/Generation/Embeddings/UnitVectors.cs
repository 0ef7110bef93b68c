using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using SurvBot.Answers.Generation.Models;

namespace SurvBot.Answers.Generation.Embeddings;

/// <summary>Holds what a server sent to what it was asked for.</summary>
/// <param name="dimensions">The length that was asked for; null for whichever the first vector has.</param>
internal sealed class UnitVectors(int? dimensions)
{
    private int length = dimensions ?? 0;

    /// <summary>The same vectors at unit length.</summary>
    /// <exception cref="ModelUnavailableException">They are too few or too many, of different lengths, or point nowhere.</exception>
    public GeneratedEmbeddings<Embedding<float>> Of(GeneratedEmbeddings<Embedding<float>> embeddings, int texts)
    {
        if (embeddings.Count != texts)
            throw Garbled($"The language model gave {embeddings.Count} vectors for {texts} texts.");
        return new GeneratedEmbeddings<Embedding<float>>(embeddings.Select(Of)) { Usage = embeddings.Usage };
    }

    private Embedding<float> Of(Embedding<float> embedding)
    {
        int known = Interlocked.CompareExchange(ref length, embedding.Vector.Length, 0);
        if (embedding.Vector.Length == 0 || known != 0 && known != embedding.Vector.Length)
            throw Garbled($"The language model gave a vector of {embedding.Vector.Length} numbers instead of {known}.");
        float norm = TensorPrimitives.Norm(embedding.Vector.Span);
        if (!float.IsFinite(norm) || norm < 1e-6f)
            throw Garbled("The language model gave a vector that points nowhere.");
        float[] unit = new float[embedding.Vector.Length];
        TensorPrimitives.Divide(embedding.Vector.Span, norm, unit);
        return new Embedding<float>(unit) { ModelId = embedding.ModelId };
    }

    private static ModelUnavailableException Garbled(string message) => new(ModelFault.Garbled, message);
}

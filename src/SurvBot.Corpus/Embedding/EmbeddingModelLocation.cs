namespace SurvBot.Corpus.Embedding;

/// <summary>Where the embedding model was found, or how to get it.</summary>
public abstract record EmbeddingModelLocation
{
    private EmbeddingModelLocation()
    {
    }

    /// <summary>A model ready to load.</summary>
    /// <param name="ModelPath">The ONNX file.</param>
    /// <param name="VocabularyPath">The WordPiece vocabulary, a token a line.</param>
    /// <param name="ModelId">Vectors of different ids must never be compared.</param>
    public sealed record Found(string ModelPath, string VocabularyPath, string ModelId) : EmbeddingModelLocation;

    /// <summary>No model: search goes on with keywords.</summary>
    /// <param name="Fix">One line for the admin: what is missing and what to do.</param>
    public sealed record Missing(string Fix) : EmbeddingModelLocation;
}

namespace SurvBot.Corpus.Articles;

/// <summary>An embedding model gave no vectors, or none that can be used; the message is one line for a person.</summary>
public sealed class EmbeddingUnavailableException(string message, Exception? cause = null) : Exception(message, cause);

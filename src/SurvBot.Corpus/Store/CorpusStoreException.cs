namespace SurvBot.Corpus.Store;

/// <summary>The corpus cannot be read or written; the message is one line for a person and names the fix.</summary>
public sealed class CorpusStoreException : Exception
{
    public CorpusStoreException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}

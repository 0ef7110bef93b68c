namespace SurvBot.Corpus.Retrieval;

/// <summary>Embeds the tokens of texts one by one, each in its context, so that two texts can be compared word by word (late interaction).</summary>
/// <remarks>After ColBERT: Khattab and Zaharia, "Efficient and Effective Passage Search via Contextualized Late Interaction over BERT", SIGIR 2020.</remarks>
public interface ITokenEmbedder
{
    /// <summary>One result for each text, in order.</summary>
    /// <param name="texts">Each cut into segments (words, sentences). They are read as one text, up to the model's length, and keep their tokens apart.</param>
    /// <param name="cancellationToken">Ends the work between two texts.</param>
    Task<IReadOnlyList<TokenEmbeddings>> EmbedTokensAsync(IReadOnlyList<IReadOnlyList<string>> texts, CancellationToken cancellationToken);
}

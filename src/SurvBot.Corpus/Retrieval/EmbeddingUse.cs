namespace SurvBot.Corpus.Retrieval;

/// <summary>What texts are embedded for: the key under which the container holds a configured model's generators.</summary>
public enum EmbeddingUse
{
    /// <summary>Many at a time, nobody waits.</summary>
    Passages,

    /// <summary>One, and somebody waits for what it finds.</summary>
    Questions,
}

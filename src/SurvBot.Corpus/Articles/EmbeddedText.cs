namespace SurvBot.Corpus.Articles;

/// <summary>The words that stand for a passage when it is embedded.</summary>
public static class EmbeddedText
{
    /// <summary>Its article's title carried along.</summary>
    public static string Of(string title, string passage) => $"{title}\n{passage}";
}

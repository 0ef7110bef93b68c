namespace SurvBot.Corpus.Articles;

/// <summary>A half-open stretch of some text, in UTF-16 offsets.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>The words it stands for.</summary>
    public string In(string text) => text[Start..End];
}

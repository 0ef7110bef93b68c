using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Checking;

/// <summary>A passage as a model is given it: with the number that it cites.</summary>
public sealed class NumberedPassage
{
    private readonly Lazy<IReadOnlyList<SourceSentence>> sentences;

    internal NumberedPassage(int n, ArticleText article, TextSpan span)
    {
        (N, ArticleText, Span) = (n, article, span);
        sentences = new(() => SourceSentence.In(this));
    }

    /// <summary>A stretch of an article's body.</summary>
    public static NumberedPassage Of(int n, Article article, TextSpan span) => new(n, new ArticleText(article), span);

    /// <summary>1 for the first.</summary>
    public int N { get; }

    public Article Article => ArticleText.Article;

    /// <summary>Where it stands in the article's body.</summary>
    public TextSpan Span { get; }

    /// <summary>Its words, exactly as the body has them.</summary>
    public string Text => Span.In(Article.Body);

    internal ArticleText ArticleText { get; }

    /// <summary>Its title and sentences, read by meaning once.</summary>
    internal TokenEmbeddings? Tokens { get; set; }

    /// <summary>Its sentences, in order.</summary>
    internal IReadOnlyList<SourceSentence> Sentences => sentences.Value;
}

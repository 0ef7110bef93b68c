using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Grounding;

/// <summary>Words of an article.</summary>
/// <param name="Article">The article.</param>
/// <param name="Span">Where they stand in its body.</param>
public sealed record Quotation(Article Article, TextSpan Span)
{
    /// <summary>Exactly as the body has them.</summary>
    public string Text => Span.In(Article.Body);
}

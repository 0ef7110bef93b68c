using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Generation;

/// <summary>An answer before its citations are numbered.</summary>
/// <param name="Sentences">In reading order.</param>
public sealed record Draft(IReadOnlyList<DraftSentence> Sentences);

/// <summary>One sentence of a draft, quoted from an article.</summary>
/// <param name="Source">The supporting sentence that it is, or that it introduces.</param>
/// <param name="Span">Where it stands in the article's body.</param>
/// <param name="IsContext">Whether it only stands there so that the next one can be understood.</param>
public sealed record DraftSentence(CandidateSentence Source, TextSpan Span, bool IsContext)
{
    /// <summary>Its words, exactly as the article has them.</summary>
    public string Text => Span.In(Source.Article.Body);
}

using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Generation;

/// <summary>An answer before its citations are numbered.</summary>
/// <param name="Sentences">In reading order.</param>
public sealed record Draft(IReadOnlyList<DraftSentence> Sentences);

/// <summary>One sentence of a draft: quoted from an article, or written and backed by quotations.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Quotations">What it rests on, best first; of a quoted sentence itself.</param>
/// <param name="Support">How sure it is, 0 to 1.</param>
public sealed record DraftSentence(string Text, IReadOnlyList<Quotation> Quotations, double Support)
{
    /// <summary>Whether it only stands there so that the next one can be understood.</summary>
    public bool IsContext { get; init; }

    /// <summary>Whether a model wrote it, and the check let it pass.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The sentence that was checked, where the text is a translation of it.</summary>
    public string? Original { get; init; }

    /// <summary>What rules can read: the text, or what it translates.</summary>
    public string Checked => Original ?? Text;

    /// <summary>The article it rests on most.</summary>
    public Article Article => Quotations[0].Article;

    /// <summary>Where its best quotation stands in that article's body.</summary>
    public TextSpan Span => Quotations[0].Span;

    /// <summary>A sentence exactly as its article has it.</summary>
    /// <param name="source">The supporting sentence that it is, or that it introduces.</param>
    /// <param name="span">Where it stands in the article's body.</param>
    /// <param name="isContext">Whether it introduces it.</param>
    public static DraftSentence Quote(CandidateSentence source, TextSpan span, bool isContext)
    {
        var quotation = new Quotation(source.Article, span);
        return new DraftSentence(quotation.Text, [quotation], source.Support) { IsContext = isContext };
    }
}

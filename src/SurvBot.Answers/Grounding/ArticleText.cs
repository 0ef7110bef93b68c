using System.Text.RegularExpressions;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Text;

namespace SurvBot.Answers.Grounding;

/// <summary>An article taken apart into sentences and terms, once for a question.</summary>
internal sealed class ArticleText
{
    public ArticleText(Article article)
    {
        Article = article;
        Title = TermSet.Of(article.Title);
        Sentences = [.. SentenceSplitter.Split(article.Body).Select(span => new SentenceText(article.Body, WithoutLabel(article.Body, span)))];
        Whole = new TermSet(Sentences.SelectMany(sentence => sentence.Terms.All).Concat(Title.All).Concat(TermSet.Of(article.Publisher ?? "").All));
    }

    // Where an advertisement stood in the page, its label runs into the next sentence: "Advertisement The city bought …".
    private static TextSpan WithoutLabel(string body, TextSpan span)
    {
        const string Label = "Advertisement ";
        bool isLabelled = span.Length > Label.Length + 1 && string.CompareOrdinal(body, span.Start, Label, 0, Label.Length) == 0 && !char.IsLower(body[span.Start + Label.Length]);
        return isLabelled ? span with { Start = span.Start + Label.Length } : span;
    }

    public Article Article { get; }

    public TermSet Title { get; }

    public IReadOnlyList<SentenceText> Sentences { get; }

    /// <summary>Every term of title, publisher and body.</summary>
    public TermSet Whole { get; }
}

/// <summary>A sentence of a body with its terms.</summary>
internal sealed partial class SentenceText(string body, TextSpan span)
{
    private readonly Lazy<TermSet> terms = new(() => TermSet.Of(span.In(body)));
    private readonly Lazy<bool> quotable = new(() => ProseCheck.IsProse(body.AsSpan(span.Start, span.Length)) && !Marker().IsMatch(body.AsSpan(span.Start, span.Length)));

    public TextSpan Span { get; } = span;

    public TermSet Terms => terms.Value;

    /// <summary>Whether it is a sentence of the story, not of the page around it, and has no "[7]" of its own that would pass for a citation.</summary>
    public bool IsQuotable => quotable.Value;

    [GeneratedRegex(@"\[\s*\d+\s*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}

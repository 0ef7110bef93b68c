using SurvBot.Answers.Claims;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Timelines;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Checking;

/// <summary>A sentence of a numbered passage, taken apart once for all that is compared with it.</summary>
internal sealed class SourceSentence
{
    private readonly Lazy<SentenceParts> parts;

    private SourceSentence(NumberedPassage passage, int ordinal, TextSpan span)
    {
        (Passage, Ordinal, Span) = (passage, ordinal, span);
        parts = new(() => SentenceParts.Of(Text, passage.Article.PublishedAt));
    }

    public NumberedPassage Passage { get; }

    /// <summary>Its place among its passage's sentences.</summary>
    public int Ordinal { get; }

    /// <summary>Where it stands in the article's body.</summary>
    public TextSpan Span { get; }

    public string Text => Span.In(Passage.Article.Body);

    public SentenceParts Parts => parts.Value;

    /// <summary>The sentences before it in its passage.</summary>
    public IEnumerable<SourceSentence> Before => Passage.Sentences.Take(Ordinal);

    public static IReadOnlyList<SourceSentence> In(NumberedPassage passage) =>
        [.. passage.ArticleText.Sentences.Select(sentence => sentence.Span).Where(span => span.Start >= passage.Span.Start && span.End <= passage.Span.End).Select((span, i) => new SourceSentence(passage, i, span))];
}

/// <summary>What of a sentence is compared: words, amounts, dates.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Words">In order.</param>
/// <param name="Terms">Its words as a search would compare them.</param>
/// <param name="Amounts">Amounts, dates left out.</param>
/// <param name="Dates">Dates, as far as they can be told.</param>
internal sealed record SentenceParts(string Text, IReadOnlyList<SentenceWord> Words, TermSet Terms, IReadOnlyList<Quantity> Amounts, IReadOnlyList<DateMention> Dates)
{
    private readonly Lazy<NamedText> named = new(() => new NamedText(Text));

    /// <summary>Names in it.</summary>
    public IReadOnlyList<string> Names => Named.Names;

    /// <summary>What names are looked up in.</summary>
    public NamedText Named => named.Value;

    public static SentenceParts Of(string text, PartialDate? published)
    {
        var words = SentenceWord.In(text);
        var dates = EventDates.MentionsIn(text, published).ToList();
        bool IsDate(TextSpan span) => dates.Any(date => date.Start < span.End && span.Start < date.End);
        return new SentenceParts(text, words, new TermSet(words.Select(word => word.Term).Where(term => term.Length > 0)), [.. QuantityReader.Read(text).Where(amount => !IsDate(amount.Span))], dates);
    }
}

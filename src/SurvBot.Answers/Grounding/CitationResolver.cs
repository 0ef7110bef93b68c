using System.Text;
using SurvBot.Answers.Generation;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Grounding;

/// <summary>Numbers the articles that a draft quotes, in the order of their first use, and writes the markers into the text.</summary>
public sealed class CitationResolver(SupportCheck check)
{
    private const double FullyBacked = 0.7;

    /// <summary>The text with its [n] markers, the sentences and the citations, which agree with each other.</summary>
    public ResolvedText Resolve(Draft draft)
    {
        var articles = draft.Sentences.SelectMany(sentence => sentence.Quotations).Select(quotation => quotation.Article).DistinctBy(article => article.Id).ToList();
        List<int> NumbersOf(DraftSentence sentence) => [.. sentence.Quotations.Select(quotation => articles.FindIndex(article => article.Id == quotation.Article.Id) + 1).Distinct().Order()];

        var text = new StringBuilder();
        for (int i = 0; i < draft.Sentences.Count; i++)
        {
            var sentence = draft.Sentences[i];
            if (i > 0)
                text.Append(EndsTheAnswerItself(draft, i - 1) ? "\n\n" : " ");
            text.Append(Fold(sentence.Text));
            if (RelativeDates.IsIn(sentence.Checked))
                text.Append(" (").Append(DateOf(sentence.Article)).Append(')');
            text.Append(' ').AppendJoin("", NumbersOf(sentence).Select(CitationMarker.Of));
        }
        return new ResolvedText(
            text.ToString(),
            [.. draft.Sentences.Select(sentence => new AnswerSentence(
                sentence.Text,
                sentence.IsContext ? SentenceKind.Context : SupportCheck.KindOf(sentence.Checked),
                Grade(sentence),
                Math.Round(sentence.Support, 3),
                NumbersOf(sentence)))],
            [.. articles.Select((article, i) => Cite(i + 1, article, draft.Sentences.SelectMany(sentence => sentence.Quotations).Where(quotation => quotation.Article.Id == article.Id).DistinctBy(quotation => quotation.Span).Select(quotation => new Quote(quotation.Text, quotation.Span.Start, quotation.Span.End))))]);
    }

    // What a model wrote has passed the check; how much of its wording the quotations have tells the rest.
    private Support Grade(DraftSentence sentence) => sentence.IsWritten ? (sentence.Support >= FullyBacked ? Support.Supported : Support.Partly) : check.Grade(sentence.Support);

    /// <summary>The best sentence, with what introduces it, is a paragraph of its own; what follows is another.</summary>
    private static bool EndsTheAnswerItself(Draft draft, int i) => i == draft.Sentences.ToList().FindIndex(sentence => !sentence.IsContext);

    // A sentence that runs over a line break in the body is one line in a chat.
    internal static string Fold(string sentence) => string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string DateOf(Article article) =>
        article.PublishedAt?.ToDisplayString() ?? $"undated, retrieved {PartialDate.OfInstant(article.RetrievedAt).ToDisplayString()}";

    /// <summary>An article as a citation shows it.</summary>
    internal static Citation Cite(int n, Article article, IEnumerable<Quote> quotes) => new()
    {
        N = n,
        ArticleId = article.Id,
        Url = article.Url,
        Title = article.Title,
        Publisher = article.Publisher,
        Author = article.Author,
        PublishedAt = article.PublishedAt,
        UpdatedAt = article.UpdatedAt,
        RetrievedAt = article.RetrievedAt,
        Language = article.Language,
        SourceKind = article.SourceKind,
        Quotes = [.. quotes],
    };
}

/// <summary>A text whose markers, sentences and citations agree.</summary>
public sealed record ResolvedText(string Text, IReadOnlyList<AnswerSentence> Sentences, IReadOnlyList<Citation> Citations);

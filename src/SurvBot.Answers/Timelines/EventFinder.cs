using System.Text.RegularExpressions;
using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>Finds the sentences of articles that tell what happened to a subject.</summary>
/// <param name="subject">What they are to be about.</param>
/// <param name="asOf">Nothing later than this has happened.</param>
internal sealed partial class EventFinder(TimelineSubject subject, DateTimeOffset asOf)
{
    // A longer sentence tells more than one thing; a shorter one hardly any.
    private const int MostWords = 60, FewestWords = 5;

    /// <summary>
    /// Dated sentences on the subject and the lead of each dated article on it, whichever order the articles come in. They name the subject, or name
    /// nobody else before the verb in an article whose title names the subject.
    /// </summary>
    public IReadOnlyList<ToldEvent> Find(IEnumerable<Article> articles) => [.. Named(articles).SelectMany(article => In(article, onlyLead: true))];

    /// <summary>Every sentence on the subject, dated by publication where it gives no date of its own.</summary>
    public IReadOnlyList<ToldEvent> FindStatements(IEnumerable<Article> articles) => [.. Named(articles).SelectMany(article => In(article, onlyLead: false))];

    /// <summary>Sentences by which articles on the subject put right what they said.</summary>
    public IReadOnlyList<ToldEvent> FindCorrections(IEnumerable<Article> articles) =>
    [
        .. from article in Named(articles)
           from sentence in article.Sentences
           let published = article.Article.UpdatedAt ?? article.Article.PublishedAt
           where published is not null && sentence.IsQuotable && Correction().IsMatch(article.Article.Body.AsSpan(sentence.Span.Start, sentence.Span.Length))
           select new ToldEvent(article.Article, sentence, published.Value, TimelineClock.Published),
    ];

    private IEnumerable<ArticleText> Named(IEnumerable<Article> articles) =>
        articles.DistinctBy(article => article.Id).Select(article => new ArticleText(article)).Where(text => IsTitled(text) || subject.IsNamedIn(text.Article.Body, text.Whole));

    private bool IsTitled(ArticleText text) => subject.IsNamedIn(text.Article.Title, text.Title);

    private IEnumerable<ToldEvent> In(ArticleText text, bool onlyLead)
    {
        bool isTitled = IsTitled(text), isLead = true;
        foreach (var sentence in text.Sentences.Where(sentence => sentence.IsQuotable))
        {
            if (Tell(text.Article, sentence, isTitled, isLead || !onlyLead) is { } told && told.Date.Start <= asOf)
                yield return told;
            isLead = false;
        }
    }

    private ToldEvent? Tell(Article article, SentenceText sentence, bool isTitled, bool evenUndated)
    {
        string words = sentence.Span.In(article.Body);
        bool isMeant = subject.IsMeantIn(words, sentence.Terms);
        if (!(isMeant || isTitled) || !StandsAlone(words) || EventVerbs.FirstIn(words) is not { } verb || !(isMeant || TimelineSubject.IsLeftOpen(words, verb)))
            return null;
        if (EventDates.Find(words, article.PublishedAt) is { } happened)
            return new ToldEvent(article, sentence, happened, TimelineClock.Event);
        return evenUndated && article.PublishedAt is { } published ? new ToldEvent(article, sentence, published, TimelineClock.Published) : null;
    }

    private static bool StandsAlone(string sentence) =>
        !Antecedents.IsMissing(sentence) && !sentence.EndsWith('?') && sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is >= FewestWords and <= MostWords;

    [GeneratedRegex(@"\b(correction|clarification|editor['’]s note)\s*(\(|:|,)|\b(an earlier|a previous|the original) version of (this|the) (article|story|report|post)|\bthis (article|story|report|post) (has been|was) (corrected|updated|amended)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Correction();
}

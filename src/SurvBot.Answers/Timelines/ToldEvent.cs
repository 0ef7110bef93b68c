using SurvBot.Answers.Grounding;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>A sentence of an article that tells what happened to a subject, and when.</summary>
/// <param name="Article">Who tells it.</param>
/// <param name="Sentence">Where in the body, and its terms.</param>
/// <param name="Date">When it happened, or was published.</param>
/// <param name="Clock">Which of the two.</param>
internal sealed record ToldEvent(Article Article, SentenceText Sentence, PartialDate Date, TimelineClock Clock)
{
    /// <summary>Its words, exactly as the article has them.</summary>
    public string Text => Sentence.Span.In(Article.Body);

    /// <summary>The order of a timeline: by date, then the coarser first; ties by what never changes.</summary>
    public static IOrderedEnumerable<ToldEvent> InOrder(IEnumerable<ToldEvent> events) => events
        .OrderBy(told => told.Date).ThenBy(told => told.Article.PublishedAt ?? told.Date).ThenBy(told => told.Article.Url, StringComparer.Ordinal).ThenBy(told => told.Sentence.Span.Start);
}

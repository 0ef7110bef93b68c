using System.Diagnostics;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Understanding;
using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers.Timelines;

/// <summary>Tells what happened to a subject in order, or what has changed: retrieve widely, find dated sentences, merge, cite.</summary>
public sealed class TimelineTeller(Retriever retriever, AnswerOptions options, AliasBook aliases)
{
    /// <summary>The timeline of a subject by itself.</summary>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<Answer> TellAsync(TimelineRequest request, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var corpus = await retriever.GetOverviewAsync(cancellationToken);
        var question = new Question($"Timeline of {request.Subject}", asOf);
        return await TellAsync(new TimelineQuestion(question, QuestionReader.Read(question, corpus.Publishers), request), corpus, cancellationToken);
    }

    /// <summary>The answer to a question that wants a timeline, or an abstention with the nearest articles.</summary>
    /// <exception cref="Corpus.Store.CorpusStoreException">The corpus cannot be read.</exception>
    public async Task<Answer> TellAsync(TimelineQuestion question, CorpusOverview corpus, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        var period = new TimeRange(question.Request.Since?.Start ?? question.Request.From, question.Request.To ?? question.Read.AsOf, TimeAxis.Event, "");
        var found = await LookAroundAsync(question, period, cancellationToken);
        var articles = found.Passages.Select(passage => passage.Article).DistinctBy(article => article.Id).ToList();
        var subject = new TimelineSubject(question.Request.Subject, found.Terms.DistinctBy(term => term.Asked).ToDictionary(term => term.Asked, term => term.Term), aliases);
        var entries = Find(subject, question, articles);
        var asked = new AskedQuestion(question.Question, question.Read with { Period = period with { To = question.Request.To } }, found, corpus, Stopwatch.GetElapsedTime(started)) { Passages = [.. articles.Select(ReadPassage.Whole)] };
        return TimelineComposer.Compose(asked, question.Request, MostTold(entries));
    }

    /// <summary>Passages on the subject from the period; for what has changed also those from before, which are what was known.</summary>
    private async Task<RetrievalResult> LookAroundAsync(TimelineQuestion question, TimeRange period, CancellationToken cancellationToken)
    {
        var query = new SearchQuery { Text = question.Request.Subject, AsOf = question.Read.AsOf, Period = period, Publishers = question.Question.Publishers, Take = options.TimelinePassages };
        var found = await retriever.SearchAsync(query, cancellationToken);
        if (question.Request.Since is not { } since)
            return found;
        var before = await retriever.SearchAsync(query with { Period = null, PublishedBefore = since.Start }, cancellationToken);
        return found with { Passages = [.. found.Passages.Concat(before.Passages).DistinctBy(passage => passage.Passage.Id)] };
    }

    private static IReadOnlyList<ToldEntry> Find(TimelineSubject subject, TimelineQuestion question, IReadOnlyList<Article> articles)
    {
        var finder = new EventFinder(subject, question.Read.AsOf);
        var same = new SameEvent(subject);
        return question.Request.Since is { } since
            ? new ChangeFinder(finder, same, since).Find(articles)
            : [.. EventMerger.Merge(finder.Find(articles).Where(told => told.Date.Overlaps(question.Request.From, question.Request.To)), same).Select(merged => new ToldEntry(merged))];
    }

    /// <summary>Where there is more than a reader bears, what most voices tell and what is dated by its own words; the order stays.</summary>
    private IReadOnlyList<ToldEntry> MostTold(IReadOnlyList<ToldEntry> entries)
    {
        var kept = entries.Index().OrderByDescending(entry => entry.Item.Change is null or TimelineChange.New ? 0 : 1).ThenByDescending(entry => entry.Item.Event.Others.Count)
            .ThenBy(entry => entry.Item.Event.Best.Clock).ThenByDescending(entry => entry.Item.Event.Best.Date.Precision).ThenBy(entry => entry.Index).Take(options.TimelineEntries);
        return [.. kept.OrderBy(entry => entry.Index).Select(entry => entry.Item)];
    }
}

/// <summary>A question that wants a timeline.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Read">As it was understood.</param>
/// <param name="Request">What is to be told.</param>
public sealed record TimelineQuestion(Question Question, ReadQuestion Read, TimelineRequest Request);

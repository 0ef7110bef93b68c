using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Timelines;

/// <summary>Finds what has become known of a subject since a date, against what was known then.</summary>
/// <param name="finder">Finds what articles say of the subject.</param>
/// <param name="same">Tells what says the same.</param>
/// <param name="since">From its beginning on, things are new.</param>
internal sealed class ChangeFinder(EventFinder finder, SameEvent same, PartialDate since)
{
    /// <summary>
    /// Events dated at or after the date and told by articles of that time, unless an older article says the same. A statement that gives another figure than an older one in
    /// the same words updates it. What may have been published on either side of the date counts as known: it cannot be said to be new.
    /// </summary>
    public IReadOnlyList<ToldEntry> Find(IReadOnlyList<Article> articles)
    {
        var later = articles.Where(IsLater).ToList();
        var known = ToldEvent.InOrder(finder.FindStatements(articles.Where(article => article.PublishedAt is not null && !IsLater(article)))).ToList();
        var events = EventMerger.Merge(finder.Find(later).Where(told => told.Date.Start >= since.Start), same);
        var statements = EventMerger.Merge(finder.FindStatements(later).Where(told => told.Date.Start >= since.Start), same);
        var corrections = EventMerger.Merge(finder.FindCorrections(articles).Where(told => told.Date.Start >= since.Start), same);

        var updated = statements.Select(told => (Event: told, Before: Superseded(told.Best, known))).Where(update => update.Before is not null).ToList();
        var entries = corrections.Select(told => new ToldEntry(told, TimelineChange.Corrected))
            .Concat(updated.Select(update => new ToldEntry(update.Event, TimelineChange.Updated, update.Before)))
            .Concat(events.Where(told => !known.Exists(before => same.SayTheSame(before, told.Best))).Select(told => new ToldEntry(told, TimelineChange.New)))
            .DistinctBy(entry => (entry.Event.Best.Article.Id, entry.Event.Best.Sentence.Span)).ToList();
        var order = ToldEvent.InOrder(entries.Select(entry => entry.Event.Best)).ToList();
        return [.. entries.OrderBy(entry => order.IndexOf(entry.Event.Best))];
    }

    private bool IsLater(Article article) => article.PublishedAt is { } published && published.Start >= since.Start;

    /// <summary>The last that was said in the same words with another figure; null where somebody had given this figure, too.</summary>
    private ToldEvent? Superseded(ToldEvent told, List<ToldEvent> known)
    {
        var figures = SameEvent.FiguresOf(told.Text);
        var alike = known.Where(before => same.SayTheSame(before, told)).ToList();
        return alike.Count > 0 && alike.TrueForAll(before => SameEvent.Differ(SameEvent.FiguresOf(before.Text), figures)) ? alike[^1] : null;
    }
}

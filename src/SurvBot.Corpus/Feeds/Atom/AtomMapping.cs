using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds.Atom;

/// <summary>What both versions of Atom say, in one way.</summary>
internal static class AtomMapping
{
    public static Feed ToFeed(AtomEntry feed) => new()
    {
        Format = feed.Format,
        Title = feed.Title.Shortened(Limits.TitleChars),
        Link = Page(feed),
        Language = Words.LanguageTag(feed.Language),
        Published = feed.Published ?? feed.Created,
        Updated = feed.Updated,
        Authors = feed.Authors,
        Links = feed.Links,
        Items = [.. feed.Entries.Select(entry => ToItem(entry, feed))],
    };

    private static FeedItem ToItem(AtomEntry entry, AtomEntry feed) => new()
    {
        Id = entry.Id,
        Link = entry.OriginalLink ?? Page(entry) ?? (entry.Id is { } id && FeedAddress.IsWeb(id) && entry.Links.Count == 0 ? id : null),
        Title = entry.Title.Shortened(Limits.TitleChars),
        Published = entry.Published ?? entry.Created,
        Updated = entry.Updated,
        // RFC 4287, 4.2.1: an entry without authors has its source's, else its feed's.
        Authors = entry.Authors.Count > 0 ? entry.Authors : entry.Source is { Authors.Count: > 0 } source ? source.Authors : feed.Authors,
        Links = entry.Links,
        Summary = (entry.Summary ?? entry.Content).Shortened(Limits.SummaryChars),
        Categories = entry.Categories,
        Publisher = entry.Source?.Title.Shortened(Limits.TitleChars),
    };

    private static string? Page(AtomEntry entry) => entry.Links.FirstOrDefault(link => link.Relation == FeedLink.Alternate)?.Address;
}

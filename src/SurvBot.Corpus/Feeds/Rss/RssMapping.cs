using System.Globalization;
using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds.Rss;

/// <summary>What RSS says in many ways, in one.</summary>
internal static class RssMapping
{
    public static Feed ToFeed(RssChannel channel) => new()
    {
        Format = channel.Format,
        Title = (channel.Title ?? channel.DcTitle).Shortened(Limits.TitleChars),
        Link = channel.Link ?? Alternate(channel.AtomLinks),
        Language = Words.LanguageTag(channel.Language),
        Published = channel.PubDate ?? channel.DcDate,
        Updated = channel.Modified ?? channel.LastBuildDate,
        Authors = channel.ManagingEditors.Count > 0 ? channel.ManagingEditors : channel.Creators,
        Links = [.. Page(channel.Link), .. channel.AtomLinks],
        TimeToLive = TimeToLive(channel),
        Items = [.. channel.Items.Select(ToItem)],
    };

    private static FeedItem ToItem(RssItem item)
    {
        string? link = item.OriginalLink ?? item.Link ?? (item.IsPermaLink ? item.PermaLink : null) ?? Alternate(item.AtomLinks) ?? (item.Guid is null && item.About is { } about && FeedAddress.IsWeb(about) ? about : null);
        return new FeedItem
        {
            Id = item.Guid ?? item.About,
            Link = link,
            Title = (item.Title ?? item.DcTitle).Shortened(Limits.TitleChars),
            Published = item.PubDate ?? item.DcDate,
            Updated = item.Modified,
            // <author> is a mail address by the book, dc:creator a name: who has both means the name.
            Authors = item.Creators.Count > 0 ? item.Creators : item.Authors,
            Links = [.. item.Enclosures, .. Page(item.Link), .. item.AtomLinks],
            Summary = (item.Description ?? item.Content).Shortened(Limits.SummaryChars),
            Categories = item.Categories,
            Publisher = item.Source.Shortened(Limits.TitleChars),
        };
    }

    private static IEnumerable<FeedLink> Page(string? address) => address is null ? [] : [new FeedLink(FeedLink.Alternate, address)];

    private static string? Alternate(IEnumerable<FeedLink> links) => links.FirstOrDefault(link => link.Relation == FeedLink.Alternate)?.Address;

    private static TimeSpan? TimeToLive(RssChannel channel)
    {
        if (int.TryParse(channel.Ttl, NumberStyles.Integer, CultureInfo.InvariantCulture, out int minutes) && minutes is > 0 and <= 60 * 24 * 366)
            return TimeSpan.FromMinutes(minutes);
        int times = int.TryParse(channel.UpdateFrequency, NumberStyles.Integer, CultureInfo.InvariantCulture, out int named) && named is > 0 and <= 10_000 ? named : 1;
        return channel.UpdatePeriod?.Trim().ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1) / times,
            "daily" => TimeSpan.FromDays(1) / times,
            "weekly" => TimeSpan.FromDays(7) / times,
            "monthly" => TimeSpan.FromDays(30) / times,
            "yearly" => TimeSpan.FromDays(365) / times,
            _ => null,
        };
    }
}

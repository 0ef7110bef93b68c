namespace SurvBot.Corpus.Feeds;

/// <summary>An address that a feed or an item names.</summary>
/// <param name="Relation">What it is to the feed or item: "alternate" (the page itself), "self", "hub", "enclosure", … (RFC 4287, 4.2.7.2).</param>
/// <param name="Address">Absolute, http or https.</param>
public sealed record FeedLink(string Relation, string Address)
{
    public const string Alternate = "alternate", Enclosure = "enclosure", Self = "self";
}

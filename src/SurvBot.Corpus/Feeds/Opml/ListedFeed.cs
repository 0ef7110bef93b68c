namespace SurvBot.Corpus.Feeds.Opml;

/// <summary>A feed in a list of feeds.</summary>
/// <param name="Address">Absolute, http or https.</param>
/// <param name="Title">What the list calls it, or null.</param>
/// <param name="Site">Its site, or null.</param>
/// <param name="Group">The heading that it stands under, or null.</param>
public sealed record ListedFeed(string Address, string? Title, string? Site, string? Group);

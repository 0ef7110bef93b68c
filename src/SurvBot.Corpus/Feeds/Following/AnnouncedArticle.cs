using SurvBot.Corpus.Articles;

namespace SurvBot.Corpus.Feeds.Following;

/// <summary>An article that a feed announces.</summary>
/// <param name="Url">Canonical.</param>
/// <param name="Fingerprint">Of what the feed says of it: another one announces a change.</param>
/// <param name="Published">As the feed says.</param>
public sealed record AnnouncedArticle(string Url, string Fingerprint, PartialDate? Published);

/// <summary>An announced article that waits to be fetched.</summary>
/// <param name="Url">Canonical.</param>
/// <param name="Published">As a feed says.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
/// <param name="IsChange">Whether it was taken before, and a feed says something else of it now.</param>
public sealed record WaitingArticle(string Url, PartialDate? Published, int Attempts, bool IsChange);

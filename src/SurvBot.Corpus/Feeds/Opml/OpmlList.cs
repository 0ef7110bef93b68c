using SurvBot.Corpus.Ingestion;

namespace SurvBot.Corpus.Feeds.Opml;

/// <summary>The feeds of a list, and what in it is none.</summary>
public sealed class OpmlList
{
    private const int MaxFaults = 100;

    private readonly List<ListedFeed> feeds = [];
    private readonly List<string> faults = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public IReadOnlyList<ListedFeed> Feeds => feeds;

    /// <summary>One line each, without a full stop.</summary>
    public IReadOnlyList<string> Faults => faults;

    internal void Add(string address, ListedFeed feed)
    {
        if (!FeedAddress.IsWeb(address.Trim()) || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out var absolute) || absolute.AbsoluteUri.Length > Limits.IdChars)
            Fault($"{Words.Quote(address)} is not a web address");
        else if (absolute.UserInfo.Length > 0)
            Fault($"{Words.Quote(absolute.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped))} has a user name or password in it");
        else if (feeds.Count == OpmlReader.MaxFeeds)
            Fault($"there are more than {OpmlReader.MaxFeeds:N0} feeds; the rest is left out");
        else if (seen.Add(absolute.AbsoluteUri))
            feeds.Add(feed with { Address = absolute.AbsoluteUri });
    }

    private void Fault(string line)
    {
        if (faults.Count < MaxFaults && !faults.Contains(line))
            faults.Add(line);
    }
}

using System.Net;

namespace SurvBot.Corpus.Fetching;

/// <summary>How the program behaves towards other people's servers.</summary>
public sealed class FetchingOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Who operates this program, for a publisher that wants to complain: a web or mail address, sent with each request. Null sends the project's name only.</summary>
    public string? Contact { get; set; }

    /// <summary>Networks outside the public internet that may be reached, as "10.2.0.0/16": intranet feeds.</summary>
    public IList<string> AllowedNetworks { get; set; } = [];

    /// <summary>How long one fetch takes at most, redirects included.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Pause between two requests to one host.</summary>
    public TimeSpan HostDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Bytes of a feed that are read at most, decompressed.</summary>
    public int MostFeedBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Bytes of an article's page or PDF that are read at most, decompressed.</summary>
    public int MostArticleBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>Redirects that are followed.</summary>
    public int MostRedirects { get; set; } = 5;

    /// <summary>What is wrong with the settings, with the key and what to write there; null where all is well.</summary>
    public string? FindFault() =>
        AllowedNetworks.FirstOrDefault(network => !IPNetwork.TryParse(network, out _)) is { } odd ? $"SurvBot__Fetching__AllowedNetworks has \"{odd}\", which is no network: write one such as 10.2.0.0/16."
        : Deadline <= TimeSpan.Zero || Deadline > Longest ? "SurvBot__Fetching__Deadline must be more than 0 and at most 5 minutes: write a time such as 00:00:20."
        : HostDelay < TimeSpan.Zero || HostDelay > Longest ? "SurvBot__Fetching__HostDelay must be 0 to 5 minutes: write a time such as 00:00:01."
        : MostFeedBytes <= 0 || MostArticleBytes <= 0 ? "SurvBot__Fetching__MostFeedBytes and MostArticleBytes must be positive: write a number of bytes."
        : MostRedirects is < 0 or > 20 ? "SurvBot__Fetching__MostRedirects must be 0 to 20."
        : null;
}

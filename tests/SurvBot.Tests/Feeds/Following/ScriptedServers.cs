using System.Text;
using SurvBot.Corpus.Fetching;

namespace SurvBot.Tests.Feeds.Following;

/// <summary>Servers that answer as the test says; an address that it does not know fails the test.</summary>
internal sealed class ScriptedServers
{
    private readonly Dictionary<string, Func<FetchRequest, FetchOutcome>> answers = new(StringComparer.Ordinal);

    /// <summary>Every request, in order.</summary>
    public List<FetchRequest> Requests { get; } = [];

    public Func<FetchRequest, FetchOutcome> this[string address]
    {
        set => answers[address] = value;
    }

    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        lock (Requests)
        {
            Requests.Add(request);
            return Task.FromResult(answers.TryGetValue(request.Address.AbsoluteUri, out var answer) ? answer(request) : throw new InvalidOperationException($"nobody expects {request.Address}"));
        }
    }

    public int Asked(string address) => Requests.Count(request => request.Address.AbsoluteUri == address);

    /// <summary>A feed with these items, whose links are the addresses.</summary>
    public static Fetched Feed(string address, params (string Url, string Title, DateTimeOffset? Published)[] items)
    {
        var lines = items.Select(item => $"<item><title>{item.Title}</title><link>{item.Url}</link>{(item.Published is { } date ? $"<pubDate>{date:r}</pubDate>" : "")}</item>");
        string feed = $"<rss version='2.0'><channel><title>Herald</title><link>https://news.example/</link>{string.Concat(lines)}</channel></rss>";
        return new Fetched(Encoding.UTF8.GetBytes(feed), new Uri(address)) { MediaType = "application/rss+xml" };
    }

    /// <summary>A page with an article, the same for one address and text.</summary>
    public static Fetched Page(string address, string title = "Cameras", string text = "The council of Harwick bought cameras.")
    {
        var paragraphs = Enumerable.Range(1, 6).Select(i => $"<p>{text} Paragraph {i} of {address} tells that the vendor had offered them in the spring, and that nobody had asked the residents of the street.</p>");
        string page = $"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{string.Concat(paragraphs)}</article></body></html>";
        return new Fetched(Encoding.UTF8.GetBytes(page), new Uri(address)) { MediaType = "text/html" };
    }
}

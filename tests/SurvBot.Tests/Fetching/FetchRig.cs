using System.Net;
using SurvBot.Corpus.Fetching;

namespace SurvBot.Tests.Fetching;

internal static class FetchRig
{
    /// <summary>A fetcher that reaches 127.0.2.0/24 besides the public internet, which tests leave alone.</summary>
    public static Fetcher Open(Action<FetchingOptions>? change = null, TimeProvider? clock = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        var options = new FetchingOptions { AllowedNetworks = ["127.0.2.0/24"], HostDelay = TimeSpan.Zero, Deadline = TimeSpan.FromSeconds(20) };
        change?.Invoke(options);
        options.FindFault().ShouldBeNull();
        return new Fetcher(options, clock ?? TimeProvider.System, resolve);
    }

    public static Task<FetchOutcome> FeedAsync(this Fetcher fetcher, string address, Validators? known = null) =>
        fetcher.FetchAsync(new FetchRequest(new Uri(address), FetchPurpose.Feed, known), TestContext.Current.CancellationToken);

    public static Task<FetchOutcome> ArticleAsync(this Fetcher fetcher, string address) =>
        fetcher.FetchAsync(new FetchRequest(new Uri(address), FetchPurpose.Article), TestContext.Current.CancellationToken);
}

using System.Collections.Concurrent;
using System.Net;
using SurvBot.Corpus.Fetching;

namespace SurvBot.Tests.Fetching;

/// <summary>Two hundred servers at once: most are honest, some are slow, some are hostile in every way known here.</summary>
public sealed class HostileFleetTests(ITestOutputHelper output)
{
    private const int Servers = 200, Unchanged = 30;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    // The limit is the deadline; this is what a machine that is busy with other tests may add.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Each_ends_in_time_with_its_reason_and_nothing_reaches_this_machine()
    {
        using var canary = new RawServer(RawServer.Response("secret"), "127.0.0.1");
        var kinds = HostileKind.All(canary.Port);
        kinds.Count.ShouldBeGreaterThanOrEqualTo(25);
        var rebinding = new ConcurrentDictionary<string, int>();
        using var fetcher = FetchRig.Open(options => options.Deadline = Deadline, resolve: (host, cancellationToken) => host == "rebind.test"
            ? Task.FromResult<IPAddress[]>([rebinding.AddOrUpdate(host, 1, (_, n) => n + 1) <= 2 ? IPAddress.Parse("127.0.2.250") : IPAddress.Loopback])
            : Dns.GetHostAddressesAsync(host, cancellationToken));
        var servers = new List<RawServer>();
        try
        {
            var honest = Enumerable.Range(0, Servers - kinds.Count).Select(n => Honest(servers, n)).ToList();
            var hostile = kinds.Select((kind, n) => (Kind: kind, Server: Added(servers, new RawServer(kind.Answer, kind.Host is null ? $"127.0.2.{200 + n}" : "127.0.2.250") { SpeaksFirst = kind.SpeaksFirst }))).ToList();

            long before = GC.GetTotalMemory(forceFullCollection: true);
            var fetching = Task.WhenAll(honest.Select(one => TimedAsync(fetcher, one.Address, one.Known)));
            var attacking = Task.WhenAll(hostile.Select(one => TimedAsync(fetcher, Address(one.Kind, one.Server), null)));
            long most = 0;
            while (await Task.WhenAny(Task.WhenAll(fetching, attacking), Task.Delay(20, TestContext.Current.CancellationToken)) is { } first && !(fetching.IsCompleted && attacking.IsCompleted) && !first.IsFaulted)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
            var (fetches, attacks) = (await fetching, await attacking);

            output.WriteLine($"{Servers} servers: the slowest honest one {fetches.Max(fetch => fetch.Took).TotalSeconds:0.00} s, the slowest hostile one {attacks.Max(attack => attack.Took).TotalSeconds:0.00} s of {Deadline.TotalSeconds:0} s, {most >> 20} MB more at most");
            string.Join('\n', hostile.Zip(attacks, (one, attack) => (one.Kind, attack.Outcome)).Where(one => one.Outcome is not FetchFailure failure || !failure.Reason.StartsWith(one.Kind.Reason, StringComparison.Ordinal)).Select(one => $"{one.Kind.Name}: {one.Outcome}")).ShouldBeEmpty();
            attacks.Max(attack => attack.Took).ShouldBeLessThan(Deadline + Patience);
            fetches.Max(fetch => fetch.Took).ShouldBeLessThan(Deadline + Patience);
            fetches.Count(fetch => fetch.Outcome is Fetched).ShouldBe(honest.Count - Unchanged);
            fetches.Count(fetch => fetch.Outcome is NotModified).ShouldBe(Unchanged);
            honest.ShouldAllBe(one => one.Server.Requests.Count == 1 && one.Server.RobotsRequests == 1);
            canary.Connections.ShouldBe(0);
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
    }

    private static (RawServer Server, string Address, Validators? Known) Honest(List<RawServer> servers, int n)
    {
        string feed = $"<rss version=\"2.0\"><channel><title>Feed {n}</title></channel></rss>";
        var server = Added(servers, new RawServer(async (request, stream, cancellationToken) =>
        {
            if (n % 5 == 0)
                await Task.Delay(300, cancellationToken); // slow, but honest
            await RawServer.WriteAsync(stream, request.Headers.ContainsKey("If-None-Match") ? "HTTP/1.1 304 Not Modified\r\n\r\n" : RawServer.Response(feed));
        }, $"127.0.2.{n + 1}"));
        return (server, $"{server.Root}/feed", n < Unchanged ? new Validators("\"v1\"", null) : null);
    }

    private static RawServer Added(List<RawServer> servers, RawServer server)
    {
        servers.Add(server);
        return server;
    }

    private static string Address(HostileKind kind, RawServer server)
    {
        var address = new UriBuilder(server.Root) { Path = "/feed" };
        if (kind.Host is not null)
            address.Host = kind.Host;
        if (!kind.IsTls)
            return address.Uri.AbsoluteUri;
        address.Scheme = "https";
        return address.Uri.AbsoluteUri;
    }

    private static async Task<(FetchOutcome Outcome, TimeSpan Took)> TimedAsync(Fetcher fetcher, string address, Validators? known)
    {
        long from = TimeProvider.System.GetTimestamp();
        var outcome = await fetcher.FeedAsync(address, known);
        return (outcome, TimeProvider.System.GetElapsedTime(from));
    }
}

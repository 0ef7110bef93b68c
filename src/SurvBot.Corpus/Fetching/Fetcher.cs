using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Security.Authentication;
using SurvBot.Corpus.Fetching.Robots;

namespace SurvBot.Corpus.Fetching;

/// <summary>Fetches from other people's servers: by their rules, one request at a time to each, within a deadline and a size, and never from a network that is not public.</summary>
public sealed class Fetcher : IDisposable
{
    /// <summary>The name that robots.txt may speak of.</summary>
    public const string Agent = "SurvBot";

    // What a page and its headers may be compressed by; a second layer is refused, as only bombs have one.
    private const DecompressionMethods Compressions = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli;
    private const int MostHeaderKilobytes = 64;

    private readonly FetchingOptions options;
    private readonly TimeProvider clock;
    private readonly HttpMessageInvoker http;
    private readonly HostTurns turns;
    private readonly RobotsCache robots;
    private readonly string userAgent;

    /// <param name="options">Limits and manners.</param>
    /// <param name="clock">For deadlines and pauses.</param>
    /// <param name="resolve">Finds the addresses of a host; the system's resolver where null.</param>
    public Fetcher(FetchingOptions options, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        this.options = options;
        this.clock = clock;
        var guard = new AddressGuard(options.AllowedNetworks.Select(network => IPNetwork.Parse(network)));
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = new GuardedConnector(guard, resolve ?? Dns.GetHostAddressesAsync).ConnectAsync,
            ConnectTimeout = options.Deadline, // a connection outlives the request that it was begun for
            AllowAutoRedirect = false, // each step is checked here
            AutomaticDecompression = Compressions,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
            UseCookies = false,
            UseProxy = false, // a proxy would dial what the guard has not seen
        });
        turns = new HostTurns(clock);
        robots = new RobotsCache((address, cancellationToken) => FetchAsync(new FetchRequest(address, FetchPurpose.Robots), cancellationToken), clock);
        userAgent = UserAgent(options.Contact);
    }

    /// <summary>Fetches; whatever the server does, this ends within the deadline, which begins when the host's turn comes.</summary>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var (address, isPermanent) = (request.Address, true);
        for (int hop = 0; ; hop++)
        {
            if (Objection(address) is { } objection)
                return new FetchFailure(objection) { IsRefused = true };
            var rules = request.Purpose == FetchPurpose.Robots ? RobotsRules.AllowAll : await robots.OfAsync(address, cancellationToken);
            if (Refusal(rules, request.Purpose, address) is { } refusal)
                return refusal;
            var step = await StepAsync(request with { Address = address }, rules, cancellationToken);
            if (step is not Redirect redirect)
                return step is Fetched fetched ? fetched with { MovedPermanently = hop > 0 && isPermanent } : step;
            if (hop >= options.MostRedirects)
                return new FetchFailure($"the server redirects more than {options.MostRedirects} times");
            (address, isPermanent) = (redirect.To, isPermanent && redirect.IsPermanent);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Why an address is not fetched at all.</summary>
    private static string? Objection(Uri address) =>
        !address.IsAbsoluteUri || address.Scheme is not ("http" or "https") ? "it is no http or https address"
        : address.UserInfo.Length > 0 ? "the address has a user name in it"
        : null;

    private static FetchFailure? Refusal(RobotsRules rules, FetchPurpose purpose, Uri address) =>
        rules.Fault is { } fault ? new FetchFailure($"{fault} (when asked for its robots.txt)")
        : !rules.Allows(Agent, address) ? new FetchFailure("the host's robots.txt forbids it") { IsRefused = true }
        : purpose == FetchPurpose.Article && AiAgents.Use(rules, address) == AiUse.Reserved ? new FetchFailure("the host's robots.txt shuts out engines that answer from articles") { IsRefused = true }
        : null;

    private async Task<FetchOutcome> StepAsync(FetchRequest request, RobotsRules rules, CancellationToken cancellationToken)
    {
        var pause = request.Purpose == FetchPurpose.Robots ? TimeSpan.Zero : rules.DelayFor(Agent) is { } asked && asked > options.HostDelay ? asked : options.HostDelay;
        using var turn = await turns.TakeAsync(request.Address.Authority, pause, cancellationToken);
        using var deadline = new CancellationTokenSource(options.Deadline, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var message = Message(request);
            using var response = await http.SendAsync(message, ending.Token);
            return await ReadAsync(request, response, rules, ending.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new FetchFailure($"the server took longer than {options.Deadline.TotalSeconds:0.#} s");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException)
        {
            return Failure(fault);
        }
    }

    private HttpRequestMessage Message(FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        message.Headers.TryAddWithoutValidation("Accept", Accept(request.Purpose));
        if (request.Known?.ETag is { } tag)
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.Known?.LastModified is { } modified)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return message;
    }

    private async Task<FetchOutcome> ReadAsync(FetchRequest request, HttpResponseMessage response, RobotsRules rules, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        int status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.NotModified && request.Known is not null)
            return new NotModified(Freshness.Of(response, now));
        if (status is 301 or 302 or 303 or 307 or 308 && Target(request.Address, response.Headers) is { } target)
            return new Redirect(target, status is 301 or 308);
        if (!response.IsSuccessStatusCode)
            return new FetchFailure($"the server answered {status} {Phrase(response)}".TrimEnd()) { RetryAfter = Freshness.RetryAfter(response, now), IsGone = IsGone(request.Purpose, status) };
        if (request.Purpose == FetchPurpose.Article && AiReservation.IsIn(response.Headers))
            return new FetchFailure("its publisher reserves it from text and data mining") { IsRefused = true };
        if (response.Content.Headers.ContentEncoding.Any(layer => !layer.Equals("identity", StringComparison.OrdinalIgnoreCase)))
            return new FetchFailure("it is compressed in a way that is not read");

        int most = request.Purpose == FetchPurpose.Article ? options.MostArticleBytes : options.MostFeedBytes;
        var body = await CappedBody.ReadAsync(await response.Content.ReadAsStreamAsync(cancellationToken), most, cancellationToken);
        if (body is null)
            return new FetchFailure($"it is larger than {most / (1024 * 1024.0):0.#} MB");
        var type = response.Content.Headers.ContentType;
        return new Fetched(body, request.Address)
        {
            MediaType = type?.MediaType?.ToLowerInvariant(),
            Charset = type?.CharSet?.Trim('"', '\'', ' '),
            Validators = new Validators(Header(response.Headers, "ETag"), Header(response.Content.Headers, "Last-Modified")),
            FreshFor = Freshness.Of(response, now),
            AiUse = AiAgents.Use(rules, request.Address),
        };
    }

    // A robots.txt that is refused is one that is not there: RFC 9309, section 2.3.1.3.
    private static bool IsGone(FetchPurpose purpose, int status) => status is 404 or 410 || (purpose == FetchPurpose.Robots && status is >= 400 and < 500 and not 429);

    private static Uri? Target(Uri from, HttpResponseHeaders headers) => headers.Location is { } location && Uri.TryCreate(from, location, out var target) ? target : null;

    private static string? Header(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() is { Length: > 0 and < 1_000 } value ? value : null : null;

    // What a server writes there could be anything.
    private static string Phrase(HttpResponseMessage response) => Enum.IsDefined(response.StatusCode) ? string.Concat(response.StatusCode.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")) : "";

    private static FetchFailure Failure(Exception fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
            switch (cause)
            {
                case ForbiddenAddressException forbidden:
                    return new FetchFailure(forbidden.Message) { IsRefused = true };
                case AuthenticationException:
                    return new FetchFailure("its certificate is not valid for this host");
                case System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.HostNotFound or System.Net.Sockets.SocketError.NoData or System.Net.Sockets.SocketError.TryAgain }:
                    return new FetchFailure("there is no such host");
                case System.Net.Sockets.SocketException:
                    return new FetchFailure("the host does not answer");
                case InvalidDataException:
                    return new FetchFailure("its compressed data are damaged");
            }
        return new FetchFailure(fault is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } ? $"its headers are longer than {MostHeaderKilobytes} KB" : "the server broke off or does not speak HTTP");
    }

    private static string Accept(FetchPurpose purpose) => purpose switch
    {
        FetchPurpose.Feed => "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5",
        FetchPurpose.Article => "text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.1",
        _ => "text/plain, */*;q=0.5",
    };

    private static string UserAgent(string? contact)
    {
        string version = typeof(Fetcher).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', '-')[0];
        string who = new([.. (contact ?? "news answers with sources").Where(c => c is >= ' ' and < '\x7f' and not ('(' or ')'))]);
        return $"{Agent}/{version} ({who})";
    }

    /// <summary>A step on the way.</summary>
    private sealed record Redirect(Uri To, bool IsPermanent) : FetchOutcome;
}

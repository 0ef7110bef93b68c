using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SurvBot.Tests.Channels.Teams;

/// <summary>The network: answers each request by a script and remembers it. Nothing leaves the process.</summary>
internal sealed class ScriptedHttp(Func<HttpRequestMessage, int, HttpResponseMessage> answer) : HttpMessageHandler, IHttpClientFactory
{
    private int count;

    public ConcurrentQueue<SentRequest> Requests { get; } = new();

    /// <summary>Held back until it is completed, for those who look at what happens meanwhile.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

#pragma warning disable RS0030 // A test has no factory; nothing leaves the process.
    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);
#pragma warning restore RS0030

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK, TimeSpan? retryAfter = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is { } pause)
            response.Headers.RetryAfter = new RetryConditionHeaderValue(pause);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Enqueue(new SentRequest(request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), body));
        await Gate.WaitAsync(cancellationToken);
        var response = answer(request, Interlocked.Increment(ref count));
        response.RequestMessage = request;
        return response;
    }
}

internal sealed record SentRequest(HttpMethod Method, Uri Url, string? Authorization, string Body);

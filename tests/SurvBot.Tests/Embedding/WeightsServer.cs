using System.Net;

namespace SurvBot.Tests.Embedding;

/// <summary>Serves files by their URL, counts the requests and refuses every other URL.</summary>
internal sealed class WeightsServer : HttpMessageHandler
{
    private readonly Dictionary<string, byte[]> files = [];

    public int Requests { get; private set; }

    public WeightsServer Serve(string url, byte[] content)
    {
        files[url] = content;
        return this;
    }

#pragma warning disable RS0030 // A test has no factory; nothing leaves the process.
    public HttpClient Client() => new(this, disposeHandler: false);
#pragma warning restore RS0030

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        return Task.FromResult(files.TryGetValue(request.RequestUri!.ToString(), out var content)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) }
            : new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}

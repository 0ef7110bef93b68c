using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SurvBot.Tests.Fetching;

/// <summary>A server that says what a test has it say, byte by byte, and remembers what it was asked.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener listener;
    private readonly Func<Request, Stream, CancellationToken, Task> answer;
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<Request> requests = [];
    private int connections;

    /// <param name="answer">Writes the whole response.</param>
    /// <param name="address">On the loopback network.</param>
    /// <param name="robots">What robots.txt holds; there is none where null.</param>
    public RawServer(Func<Request, Stream, CancellationToken, Task> answer, string address = "127.0.2.1", string? robots = null)
    {
        RobotsResponse = robots is null ? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n" : Response(robots, "text/plain");
        this.answer = (request, stream, cancellationToken) => request.Path == "/robots.txt" ? WriteAsync(stream, RobotsResponse) : answer(request, stream, cancellationToken);
        listener = new TcpListener(IPAddress.Parse(address), 0);
        listener.Start(1_000);
        Root = $"http://{address}:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = AcceptAsync();
    }

    /// <summary>Always the same response.</summary>
    public RawServer(string response, string address = "127.0.2.1", string? robots = null)
        : this((_, stream, _) => WriteAsync(stream, response), address, robots)
    {
    }

    /// <summary>Scheme, address and port.</summary>
    public string Root { get; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What was asked, robots.txt left out.</summary>
    public IReadOnlyList<Request> Requests => [.. requests.Where(request => request.Path != "/robots.txt")];

    public int RobotsRequests => requests.Count(request => request.Path == "/robots.txt");

    /// <summary>The whole response to who asks for robots.txt.</summary>
    public string RobotsResponse { get; set; }

    /// <summary>Whether it answers before it has read anything, as who begins with TLS does.</summary>
    public bool SpeaksFirst { get; init; }

    public int Connections => connections;

    public static string Response(string body, string type = "application/rss+xml", string headers = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}";

    public static string Redirect(string to, int status = 302) => $"HTTP/1.1 {status} Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n";

    public static async Task WriteAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        ending.Cancel();
        listener.Stop();
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var token = ending.Token;
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(token), token);
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    // One request a connection: whoever asks again dials again.
    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref connections);
        using (client)
            try
            {
                var stream = client.GetStream();
                if ((SpeaksFirst ? new Request("?", new Dictionary<string, string>()) : await Request.ReadAsync(stream, cancellationToken)) is not { } request)
                    return;
                requests.Enqueue(request);
                await answer(request, stream, cancellationToken);
            }
            catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
    }

    /// <summary>What a client asked.</summary>
    internal sealed record Request(string Path, IReadOnlyDictionary<string, string> Headers)
    {
        public static async Task<Request?> ReadAsync(Stream stream, CancellationToken cancellationToken)
        {
            var text = new StringBuilder();
            byte[] piece = new byte[4096];
            while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                int count = await stream.ReadAsync(piece, cancellationToken);
                if (count == 0)
                    return null;
                text.Append(Encoding.Latin1.GetString(piece, 0, count));
                if (text[0] != 'G')
                    return new Request("?", new Dictionary<string, string>());
            }
            string[] lines = text.ToString().Split("\r\n");
            var headers = lines.Skip(1).Where(line => line.Contains(':')).ToDictionary(line => line[..line.IndexOf(':')], line => line[(line.IndexOf(':') + 1)..].Trim(), StringComparer.OrdinalIgnoreCase);
            return new Request(lines[0].Split(' ')[1], headers);
        }
    }
}

using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SurvBot.Bot.Channels.Slack.Api;

namespace SurvBot.Tests.Channels.Slack.Sockets;

/// <summary>Slack's end of Socket Mode on this machine: says hello, sends what a test wants, and keeps what is acknowledged.</summary>
internal sealed class SocketStandIn : ISlackApi, IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<Connection> connections = Channel.CreateUnbounded<Connection>();

    private SocketStandIn(WebApplication app) => this.app = app;

    /// <summary>Faults of the next calls for an address, in order.</summary>
    public ConcurrentQueue<Exception> Faults { get; } = new();

    /// <summary>Instead of the real address, what is given out.</summary>
    public string? Address { get; set; }

    public int Asked { get; private set; }

    public static async Task<SocketStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var slack = new SocketStandIn(app);
        app.UseWebSockets();
        app.Map("/link", async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var connection = new Connection(socket);
            await connection.SendAsync("""{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"}}""");
            await slack.connections.Writer.WriteAsync(connection);
            await connection.ReadAsync();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return slack;
    }

    /// <summary>The next connection that was opened.</summary>
    public async Task<Connection> NextAsync() => await connections.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public bool HasMore => connections.Reader.TryPeek(out _);

    public Task<JsonElement> CallAsync(SlackMethod method, string token, JsonObject arguments, CancellationToken cancellationToken)
    {
        (method, token).ShouldBe((SlackMethod.OpenConnection, "xapp-1"));
        Asked++;
        if (Faults.TryDequeue(out var fault))
            throw fault;
        return Task.FromResult(JsonElement.Parse($$"""{"ok":true,"url":"{{Address ?? $"ws://127.0.0.1:{new Uri(app.Urls.First()).Port}/link"}}"}"""));
    }

    public Task RespondAsync(string responseUrl, JsonObject message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    internal sealed class Connection(WebSocket socket)
    {
        private readonly TaskCompletionSource ended = new();

        /// <summary>What was acknowledged, in order.</summary>
        public Channel<JsonElement> Acknowledged { get; } = Channel.CreateUnbounded<JsonElement>();

        public Task Ended => ended.Task;

        public Task SendAsync(string frame) => socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, CancellationToken.None);

        public Task EventAsync(string envelope, string inner, string id = "Ev1") =>
            SendAsync($$"""{"envelope_id":"{{envelope}}","type":"events_api","accepts_response_payload":false,"payload":{{SomeSlack.Envelope(inner, id)}}}""");

        public async Task<JsonElement> NextAsync() => await Acknowledged.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        public void Cut() => socket.Abort();

        public async Task ReadAsync()
        {
            byte[] buffer = new byte[64 * 1024];
            try
            {
                while (true)
                {
                    var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                    if (part.MessageType == WebSocketMessageType.Close)
                        break;
                    await Acknowledged.Writer.WriteAsync(JsonElement.Parse(buffer.AsSpan(0, part.Count)));
                }
            }
            catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
            {
            }
            ended.TrySetResult();
        }
    }
}

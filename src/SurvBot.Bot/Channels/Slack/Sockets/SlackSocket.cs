using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurvBot.Bot.Channels.Slack.Sockets;

/// <summary>One connection of Socket Mode: frames of JSON in both directions.</summary>
internal sealed class SlackSocket(WebSocket socket, int mostBytes) : IAsyncDisposable
{
    private static readonly TimeSpan PatienceToClose = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly byte[] buffer = new byte[16 * 1024];

    /// <summary>The next frame; null when the other side has closed.</summary>
    /// <exception cref="WebSocketException">The connection broke, nobody answers its pings, or a frame was larger than anything that Slack sends.</exception>
    public async Task<JsonElement?> ReadAsync(CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        while (true)
        {
            var part = await ReceiveAsync(cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            frame.Write(buffer, 0, part.Count);
            if (frame.Length > mostBytes)
                throw new WebSocketException($"a frame has more than {mostBytes} bytes");
            if (part.EndOfMessage)
                return Parse(frame.GetBuffer().AsSpan(0, (int)frame.Length));
        }
    }

    /// <summary>Sends a frame, after those that are being sent.</summary>
    public async Task SendAsync(JsonObject frame, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var enough = new CancellationTokenSource(PatienceToClose);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, enough.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            // It is gone anyway.
        }
        socket.Dispose();
    }

    /// <summary>A line that is dead without a word ends as if somebody had cancelled it: nobody answered the ping.</summary>
    private async Task<ValueWebSocketReceiveResult> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
        }
        catch (OperationCanceledException dead) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WebSocketException("the line is dead", dead);
        }
    }

    // What is no JSON says nothing, as does JSON without what is looked for.
    private static JsonElement Parse(ReadOnlySpan<byte> frame)
    {
        try
        {
            return JsonElement.Parse(frame);
        }
        catch (JsonException)
        {
            return JsonElement.Parse("{}"u8);
        }
    }
}

using System.Net.WebSockets;
using SurvBot.Bot.Channels.Slack.Sockets;

namespace SurvBot.Tests.Channels.Slack.Sockets;

public sealed class SlackSocketTests
{
    [Fact]
    public async Task A_line_that_is_dead_without_a_word_is_broken_and_not_cancelled()
    {
        await using var socket = new SlackSocket(new DeadLine(), 1000);
        (await Should.ThrowAsync<WebSocketException>(() => socket.ReadAsync(TestContext.Current.CancellationToken))).Message.ShouldBe("the line is dead");
    }

    [Fact]
    public async Task Who_stops_listening_is_not_told_that_the_line_is_dead()
    {
        await using var socket = new SlackSocket(new DeadLine(), 1000);
        await Should.ThrowAsync<OperationCanceledException>(() => socket.ReadAsync(new CancellationToken(canceled: true)));
    }

    /// <summary>What .NET throws when no pong comes is the same as for a cancelled read.</summary>
    private sealed class DeadLine : WebSocket
    {
        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => WebSocketState.Aborted;

        public override string? SubProtocol => null;

        public override void Abort()
        {
        }

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override void Dispose()
        {
        }

        public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) => throw new OperationCanceledException();

        public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

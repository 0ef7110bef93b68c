using System.Net.WebSockets;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Api;

namespace SurvBot.Bot.Channels.Slack.Sockets;

/// <summary>Opens connections of Socket Mode: Slack gives a new address for each.</summary>
internal sealed class SocketDialer(SlackOptions options, ISlackApi api)
{
    // Slack pings about every 30 seconds; a line that is dead without a word is noticed by then, too.
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(15), Pong = TimeSpan.FromSeconds(30);

    /// <exception cref="SlackUnavailableException">Slack, or the way to it, failed.</exception>
    /// <exception cref="SlackRefusedException">Slack does not take the app's token, or gives an address that is not its own.</exception>
    /// <exception cref="Delivery.ChannelBusyException">Slack wants to be left alone for a while.</exception>
    public async Task<SlackSocket> OpenAsync(CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(SlackMethod.OpenConnection, options.AppToken!, new JsonObject(), cancellationToken);
        if (Allowed(Member.Text(answer, "url")) is not { } url)
            throw new SlackRefusedException("socket_url_not_allowed", "sockets lead to Slack only");
        var socket = new ClientWebSocket { Options = { KeepAliveInterval = Ping, KeepAliveTimeout = Pong } };
        try
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            enough.CancelAfter(options.RequestTimeout);
            await socket.ConnectAsync(url, enough.Token);
            return new SlackSocket(socket, options.MostRequestBytes);
        }
        catch (Exception fault) when (fault is WebSocketException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            socket.Dispose();
            throw new SlackUnavailableException("Slack's socket cannot be reached.", fault);
        }
    }

    /// <summary>Encrypted and Slack's own, or a stand-in's on this machine; the address carries what lets the app in.</summary>
    private Uri? Allowed(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeWss ? IsAt(url, options.Api.Host) : url.Scheme == Uri.UriSchemeWs && ThisMachine.IsNamed(url.Host) && ThisMachine.IsNamed(options.Api.Host))
            ? url : null;

    private static bool IsAt(Uri url, string host) => url.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || url.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase);
}

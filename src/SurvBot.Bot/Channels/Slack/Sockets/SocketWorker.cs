using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Channels.Slack.Api;
using SurvBot.Bot.Channels.Slack.Events;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Sockets;

/// <summary>Hears Slack where it cannot call by an address: Socket Mode. The socket is the proof of who speaks.</summary>
/// <remarks>
/// Slack gives each envelope to one of an app's connections, up to ten, and gives it again when nobody acknowledges it in three seconds. It says
/// when it is about to close a connection: then the next one is opened first, so that nothing has to come again.
/// </remarks>
internal sealed partial class SocketWorker(SlackOptions options, SocketDialer dialer, ISlackHandler handler, TimeProvider clock, ILogger<SocketWorker> log) : BackgroundService
{
    // An envelope that is not acknowledged within three seconds comes again: none waits for a slow one of another room.
    private const int MostUnderWay = 32;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30), Farewell = TimeSpan.FromSeconds(10), Breath = TimeSpan.FromSeconds(1);

    private readonly Lanes lanes = new(MostUnderWay);

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        lanes.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.HearsSockets)
            return;
        await Task.WhenAll(Enumerable.Range(0, options.SocketConnections).Select(_ => StayAsync(stoppingToken)));
        await lanes.AllAsync();
    }

    /// <summary>One connection after another, until the program stops.</summary>
    private async Task StayAsync(CancellationToken stopping)
    {
        var leaving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await DialAsync(stopping);
                // A connection that is announced to end still brings what was sent before its end.
                bool isAnnounced = await ListenAsync(socket, stopping);
                leaving.RemoveAll(task => task.IsCompleted);
                leaving.Add(isAnnounced ? LeaveAsync(socket, stopping) : socket.DisposeAsync().AsTask());
                // Who is thrown out as soon as it is in does not knock without a pause.
                if (!isAnnounced)
                    await Task.Delay(Breath, clock, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(leaving);
        }
    }

    private async Task<SlackSocket> DialAsync(CancellationToken stopping)
    {
        for (int failures = 0; ; failures++)
        {
            var pause = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, failures)) * (0.5 + Random.Shared.NextDouble() / 2));
            try
            {
                return await dialer.OpenAsync(stopping);
            }
            catch (ChannelBusyException busy)
            {
                Log.NotConnected(log, busy.Message);
                pause = busy.RetryAfter;
            }
            catch (Exception fault) when (fault is SlackUnavailableException or SlackRefusedException)
            {
                Log.NotConnected(log, fault.Message);
            }
            await Task.Delay(pause, clock, stopping);
        }
    }

    /// <summary>Takes what comes until the connection ends; true where its end was announced and it is still open.</summary>
    private async Task<bool> ListenAsync(SlackSocket socket, CancellationToken stopping)
    {
        try
        {
            while (await socket.ReadAsync(stopping) is { } frame)
            {
                if (Member.Text(frame, "type") != "disconnect")
                    await TakeAsync(socket, frame, stopping);
                else if (Member.Text(frame, "reason") is "warning" or "refresh_requested")
                    return true;
                else
                    Log.Disconnected(log, Member.Text(frame, "reason") ?? "no reason given");
            }
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or ObjectDisposedException)
        {
            Log.NotConnected(log, fault.Message);
        }
        return false;
    }

    private async Task LeaveAsync(SlackSocket socket, CancellationToken stopping)
    {
        await using var _ = socket;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        enough.CancelAfter(Farewell);
        try
        {
            while (await ListenAsync(socket, enough.Token))
            {
            }
        }
        catch (OperationCanceledException)
        {
            // It has had its time.
        }
    }

    private async Task TakeAsync(SlackSocket socket, JsonElement frame, CancellationToken stopping)
    {
        if (Member.Text(frame, "envelope_id") is not { } id)
            return;
        var request = Read(frame);
        // What is said in one room is kept in the order in which it was said: a question may lean on the one before.
        await lanes.BeginAsync(RoomOf(request) ?? id, () => AnswerAsync(socket, id, request, Member.At(frame, "accepts_response_payload") is { ValueKind: JsonValueKind.True }, stopping), stopping);
    }

    /// <summary>Does what an envelope asks for, and acknowledges it when it is kept.</summary>
    private async Task AnswerAsync(SlackSocket socket, string id, SlackRequest? request, bool takesAnswer, CancellationToken stopping)
    {
        try
        {
            var answer = request is null ? null : await handler.HandleAsync(request, stopping);
            var acknowledgement = new JsonObject { ["envelope_id"] = id };
            if (answer is not null && takesAnswer)
                acknowledgement["payload"] = answer;
            await socket.SendAsync(acknowledgement, stopping);
        }
        catch (ChatStoreException fault)
        {
            // Without an acknowledgement it comes again.
            Log.NotKept(log, fault.Message);
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException || stopping.IsCancellationRequested)
        {
            // It comes again by another connection, and is known then.
        }
        catch (Exception fault)
        {
            // One request that meets a fault of ours must not cost the connection that all others come by.
            Log.NotKept(log, fault.GetType().Name);
        }
    }

    private static string? RoomOf(SlackRequest? request) => request switch
    {
        SlackEvent said => said.Room,
        SlackCommand command => command.Room,
        SlackInteraction pressed => pressed.Room,
        _ => null,
    };

    private static SlackRequest? Read(JsonElement frame) => Member.At(frame, "payload") is not { } payload ? null : Member.Text(frame, "type") switch
    {
        "events_api" => SlackReader.Event(payload),
        "slash_commands" => SlackReader.Command(payload),
        "interactive" => SlackReader.Interaction(payload),
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Not connected to Slack: {Fault}")]
        public static partial void NotConnected(ILogger log, string fault);

        [LoggerMessage(LogLevel.Error, "Slack has ended Socket Mode: {Reason}")]
        public static partial void Disconnected(ILogger log, string reason);

        [LoggerMessage(LogLevel.Error, "A message from Slack was not kept and comes again: {Line}")]
        public static partial void NotKept(ILogger log, string line);
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SurvBot.Tests.Channels.Slack;

namespace SurvBot.Acceptance.Slack.StandIn;

/// <summary>Slack's Web API as a bot sees it: it keeps what is sent, holds it against Slack's rules, and makes trouble where a test asks for it.</summary>
internal sealed class SlackStandIn : IAsyncDisposable
{
    private readonly ConcurrentQueue<SlackCall> calls = new();
    private readonly ConcurrentQueue<string> violations = new();
    private readonly ConcurrentDictionary<(string Room, string Method), ConcurrentQueue<SlackTrouble>> troubles = new();
    private readonly SlackRooms rooms;
    private readonly WebApplication app;

    private SlackStandIn(WebApplication app)
    {
        this.app = app;
        rooms = new SlackRooms(line => violations.Enqueue(line));
        app.Run(ReceiveAsync);
    }

    /// <summary>Where it answers, with a slash at the end.</summary>
    public string Url => $"{app.Urls.First()}/";

    public string ApiUrl => $"{Url}api/";

    /// <summary>The rules that were not kept, a line for each time.</summary>
    public IReadOnlyCollection<string> Violations => violations;

    /// <summary>All that was called, in order.</summary>
    public IReadOnlyCollection<SlackCall> Calls => calls;

    /// <summary>Whether the bot may read what stands in a room.</summary>
    public bool MayRead { get; set; }

    /// <summary>The most between what was done and the answer. A program that dies in between has said it and does not know.</summary>
    public TimeSpan Afterthought { get; set; }

    /// <summary>A method that is done and not answered.</summary>
    public string? Held { get; set; }

    /// <summary>Threads in which the agent seems to work still.</summary>
    public IReadOnlyList<(string Room, string Thread)> Working => rooms.Working;

    public static async Task<SlackStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new SlackStandIn(builder.Build());
        await standIn.app.StartAsync();
        return standIn;
    }

    /// <summary>Makes trouble the next time that this method is called for this room; the first asked for comes first.</summary>
    public void Plan(string room, string method, params IEnumerable<SlackTrouble> troubles)
    {
        foreach (var trouble in troubles)
            this.troubles.GetOrAdd((room, method), _ => new()).Enqueue(trouble);
    }

    public IReadOnlyList<SlackCall> CallsFor(string room) => [.. calls.Where(call => call.Room == room)];

    /// <summary>Messages of the bot that stand in a room, in order.</summary>
    public IReadOnlyList<SlackPost> PostsIn(string room) => rooms.PostsIn(room);

    /// <summary>A new address for answers to a command or a press on a button.</summary>
    public string NewResponseUrl() => $"{Url}respond/{Guid.NewGuid():N}";

    /// <summary>What was answered there.</summary>
    public IReadOnlyList<JsonElement> ResponsesTo(string responseUrl) => [.. calls.Where(call => call.Method == "response_url" && call.Room == responseUrl).Select(call => call.Arguments)];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        var call = await ReadAsync(context.Request);
        calls.Enqueue(call);
        var trouble = troubles.TryGetValue((call.Room, call.Method), out var planned) && planned.TryDequeue(out var next) ? next : null;
        var answer = trouble is null or { IsTaken: true } ? Take(call) : default;
        if (call.Method == Held)
            trouble = SlackTrouble.Held;
        await Task.Delay((trouble?.Delay ?? TimeSpan.Zero) + Afterthought * Random.Shared.NextDouble());
        if (trouble is { Status: null })
            context.Abort();
        else if (trouble is { Error: not null } or { Status: not System.Net.HttpStatusCode.OK })
            await RefuseAsync(context, trouble);
        else
            await AnswerAsync(context, answer);
    }

    private SlackAnswered Take(SlackCall call) => call.Method switch
    {
        "auth.test" => new(new { ok = true, team_id = SlackTalk.Team, user_id = SlackTalk.Bot, url = Url }),
        "response_url" or "chat.postEphemeral" => rooms.Whisper(call),
        "chat.postMessage" => rooms.Post(call),
        "chat.update" => rooms.Update(call),
        "chat.startStream" => rooms.Start(call),
        "chat.appendStream" => rooms.Append(call),
        "chat.stopStream" => rooms.Stop(call),
        "agents.sessions.setStatus" => rooms.SetStatus(call),
        "conversations.replies" => MayRead ? rooms.Replies(call) : SlackAnswered.No("missing_scope"),
        "views.open" => new(new { ok = true }),
        _ => SlackAnswered.No("unknown_method"),
    };

    private async Task<SlackCall> ReadAsync(HttpRequest request)
    {
        var arguments = request.HasFormContentType
            ? JsonSerializer.SerializeToElement((await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString()))
            : await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        string path = request.Path.Value ?? "";
        if (path.StartsWith("/respond/", StringComparison.Ordinal))
            return new SlackCall("response_url", $"{Url}{path[1..]}", arguments);
        if (request.Headers.Authorization != $"Bearer {SlackSigned.Token}")
            violations.Enqueue($"{path}: without the token");
        string method = path.Replace("/api/", "", StringComparison.Ordinal);
        foreach (string fault in SlackDescriptions.Faults(method, arguments.EnumerateObject().Select(argument => argument.Name)))
            violations.Enqueue(fault);
        return new SlackCall(method, arguments.TextOf("channel") ?? arguments.TextOf("channel_id") ?? "", arguments);
    }

    private static Task AnswerAsync(HttpContext context, SlackAnswered answer)
    {
        if (answer.RetryAfter is { } seconds)
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, seconds.ToString(CultureInfo.InvariantCulture));
        return context.Response.WriteAsJsonAsync(answer.Body);
    }

    private static Task RefuseAsync(HttpContext context, SlackTrouble trouble)
    {
        context.Response.StatusCode = (int)trouble.Status!;
        if (trouble.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return trouble.Error is null ? Task.CompletedTask : context.Response.WriteAsJsonAsync(new { ok = false, error = trouble.Error });
    }
}

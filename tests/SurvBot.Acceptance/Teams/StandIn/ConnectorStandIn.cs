using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SurvBot.Acceptance.Teams.StandIn;

/// <summary>The Bot Connector as a bot sees it: it keeps what is sent, holds it against the rules of Teams, and makes trouble where a test asks for it.</summary>
internal sealed class ConnectorStandIn : IAsyncDisposable
{
    private const string Root = "/amer/v3/conversations/";

    private readonly ConcurrentQueue<Sent> requests = new();
    private readonly ConcurrentQueue<string> violations = new();
    private readonly ConcurrentDictionary<string, Post> posts = new();
    private readonly ConcurrentDictionary<(string Conversation, SentKind Kind), ConcurrentQueue<Trouble>> troubles = new();
    private readonly ConcurrentDictionary<string, bool> personal = new();
    private readonly WebApplication app;
    private int names;

    private ConnectorStandIn(WebApplication app)
    {
        this.app = app;
        Streams = new AnswerStreams(Break);
        app.Run(ReceiveAsync);
    }

    /// <summary>What activities name as their service URL.</summary>
    public string ServiceUrl => $"{app.Urls.First()}/amer/";

    public AnswerStreams Streams { get; }

    /// <summary>The rules that were not kept, a line for each time.</summary>
    public IReadOnlyCollection<string> Violations => violations;

    /// <summary>The most between what was done and the answer. A program that dies in between has said it and does not know.</summary>
    public TimeSpan Afterthought { get; set; }

    public static async Task<ConnectorStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new ConnectorStandIn(builder.Build());
        await standIn.app.StartAsync();
        return standIn;
    }

    /// <summary>A chat of one person with the bot: only there something can be streamed.</summary>
    public void AddPersonalChat(string conversation) => personal[conversation] = true;

    /// <summary>Makes trouble the next time that something of this kind comes for this chat; the first asked for comes first.</summary>
    public void Plan(string conversation, SentKind kind, params IEnumerable<Trouble> troubles)
    {
        foreach (var trouble in troubles)
            this.troubles.GetOrAdd((conversation, kind), _ => new()).Enqueue(trouble);
    }

    /// <summary>What was asked for a chat, in order.</summary>
    public IReadOnlyList<Sent> RequestsFor(string conversation) => [.. requests.Where(sent => sent.Conversation == conversation)];

    /// <summary>Messages that stand in a chat, in order.</summary>
    public IReadOnlyList<Post> PostsIn(string conversation) =>
        [.. posts.Values.Where(post => post.Conversation == conversation).OrderBy(post => int.Parse(post.Id[3..], CultureInfo.InvariantCulture))];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } sent)
            return;
        requests.Enqueue(sent);
        foreach (string line in MessageRules.Broken(sent))
            Break(sent, line);
        using var alone = Streams.Enter(sent);
        var trouble = troubles.TryGetValue((sent.Conversation, sent.Kind), out var planned) && planned.TryDequeue(out var next) ? next : null;
        string id = $"1:m{Interlocked.Increment(ref names)}";
        if (trouble is null or { IsTaken: true })
            trouble = Take(sent, id) ?? trouble;
        await Task.Delay(Afterthought * Random.Shared.NextDouble());
        if (trouble is null)
            await AnswerAsync(context, sent, id);
        else
            await RefuseAsync(context, sent, trouble);
    }

    private async Task<Sent?> ReadAsync(HttpContext context)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var reader = new StreamReader(context.Request.Body);
        string text = await reader.ReadToEndAsync();
        string[] parts = target.StartsWith(Root, StringComparison.Ordinal) ? target[Root.Length..].Split('/') : [];
        if (parts is not [{ Length: > 0 } conversation, "activities", .. { Length: <= 1 } named])
        {
            violations.Enqueue($"{context.Request.Method} {target}: there is nothing");
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }
        var body = JsonElement.Parse(text);
        var sent = new Sent(Sent.KindOf(new HttpMethod(context.Request.Method), body), Uri.UnescapeDataString(conversation), named is [var id] ? Uri.UnescapeDataString(id) : null, body, text.Length);
        foreach (string part in (string[])[conversation, .. named])
            if (Uri.EscapeDataString(Uri.UnescapeDataString(part)) != part)
                Break(sent, $"{part} is not escaped");
        return sent;
    }

    /// <summary>Does what is asked; else says why not.</summary>
    private Trouble? Take(Sent sent, string id)
    {
        switch (sent.Kind)
        {
            case SentKind.Begin or SentKind.Step or SentKind.Final when !personal.ContainsKey(sent.Conversation):
                Break(sent, "a stream where others listen");
                return Trouble.StreamNotAllowed;
            case SentKind.Begin or SentKind.Step:
                return Streams.Take(sent, id);
            case SentKind.Final:
                if (Streams.Take(sent, id) is { } refused)
                    return refused;
                Keep(sent, sent.Stream!.Value.TextOf("streamId")!);
                return null;
            case SentKind.Message:
                Keep(sent, id);
                return null;
            case SentKind.Put:
                if (sent.Stream is not null)
                    Break(sent, "a message in another's place is no stream");
                if (!posts.ContainsKey(sent.Target!) && Streams.Replace(sent) is { } gone)
                    return gone;
                Keep(sent, sent.Target!);
                return null;
            default:
                return null;
        }
    }

    private void Keep(Sent sent, string id) => posts[id] = new Post(id, sent.Conversation, sent.Body);

    private static Task AnswerAsync(HttpContext context, Sent sent, string id)
    {
        (context.Response.StatusCode, object body) = sent.Kind switch
        {
            SentKind.Step or SentKind.Final => (StatusCodes.Status202Accepted, new { }),
            SentKind.Put => (StatusCodes.Status200OK, new { id = sent.Target }),
            _ => (StatusCodes.Status201Created, (object)new { id }),
        };
        return context.Response.WriteAsJsonAsync(body);
    }

    private async Task RefuseAsync(HttpContext context, Sent sent, Trouble trouble)
    {
        Streams.Fail(sent, trouble);
        if (trouble.Status is not { } status)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = (int)status;
        if (trouble.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (trouble.Code is not null)
            await context.Response.WriteAsJsonAsync(new { error = new { code = trouble.Code, message = trouble.Message } });
    }

    private void Break(Sent sent, string line) => violations.Enqueue($"{sent.Kind} in {sent.Conversation}: {line}");
}

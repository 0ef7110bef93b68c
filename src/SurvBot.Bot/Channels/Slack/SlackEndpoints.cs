using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using SurvBot.Bot.Channels.Slack.Authentication;
using SurvBot.Bot.Channels.Slack.Events;

namespace SurvBot.Bot.Channels.Slack;

/// <summary>Receives what Slack sends over HTTP: events, commands, presses on buttons.</summary>
internal sealed partial class SlackEndpoints(SlackSignature signature, ISlackHandler handler, SlackOptions options, ILogger<SlackEndpoints> log)
{
    /// <summary>POST /slack/events.</summary>
    public async Task HearAsync(HttpContext context)
    {
        if (await BoundedBody.ReadAsync(context, options.MostRequestBytes) is not { } body || !IsSlacks(context, body) || Parsed(context, body) is not { } json)
            return;
        switch (Member.Text(json, "type"))
        {
            case "url_verification":
                await WriteAsync(context, new JsonObject { ["challenge"] = Member.Text(json, "challenge") });
                break;
            case "app_rate_limited":
                Log.RateLimited(log);
                break;
            default:
                await HandleAsync(context, SlackReader.Event(json));
                break;
        }
    }

    /// <summary>POST /slack/commands.</summary>
    public async Task CommandAsync(HttpContext context)
    {
        if (await ReadFormAsync(context) is { } form)
            await HandleAsync(context, SlackReader.Command(JsonSerializer.SerializeToElement(form)));
    }

    /// <summary>POST /slack/interactive.</summary>
    public async Task InteractAsync(HttpContext context)
    {
        if (await ReadFormAsync(context) is { } form && Parsed(context, Encoding.UTF8.GetBytes(form.GetValueOrDefault("payload") ?? "")) is { } json)
            await HandleAsync(context, SlackReader.Interaction(json));
    }

    // What cannot be read now cannot be read when it comes again: only what was read and not kept is refused, by an exception.
    private async Task HandleAsync(HttpContext context, SlackRequest? request)
    {
        if (request is not null && await handler.HandleAsync(request, context.RequestAborted) is { } answer)
            await WriteAsync(context, answer);
    }

    /// <summary>A form that Slack signed; null where it is none, or where Slack only tries out the connection, both of which are answered then.</summary>
    private async Task<Dictionary<string, string>?> ReadFormAsync(HttpContext context)
    {
        if (await BoundedBody.ReadAsync(context, options.MostRequestBytes) is not { } body || body.AsSpan().IndexOf("ssl_check=1"u8) >= 0 || !IsSlacks(context, body))
            return null;
        return QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)).ToDictionary(field => field.Key, field => field.Value.ToString());
    }

    private bool IsSlacks(HttpContext context, byte[] body)
    {
        var headers = context.Request.Headers;
        if (signature.RefusalOf(headers[SlackSignature.TimeHeader], headers[SlackSignature.SignatureHeader], body) is not { } refusal)
            return true;
        Log.Refused(log, refusal);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return false;
    }

    private static JsonElement? Parsed(HttpContext context, byte[] body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }
    }

    private static Task WriteAsync(HttpContext context, JsonObject json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json.ToJsonString(), context.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A request to the Slack endpoints was refused: {Reason}")]
        public static partial void Refused(ILogger log, string reason);

        [LoggerMessage(LogLevel.Warning, "Slack leaves out events: there were more than 30,000 within an hour")]
        public static partial void RateLimited(ILogger log);
    }
}

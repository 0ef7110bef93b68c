using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Authentication;
using SurvBot.Bot.Channels.Teams.Connector;

namespace SurvBot.Bot.Channels.Teams;

/// <summary>Receives what the platform sends.</summary>
internal sealed partial class TeamsEndpoints(CallerCheck callers, ServiceUrls urls, ITeamsActivityHandler handler, TeamsOptions options, ILogger<TeamsEndpoints> log)
{
    private const string Invoke = "invoke";

    /// <summary>Takes one activity: who sends it is settled before what it says is read.</summary>
    public async Task ReceiveAsync(HttpContext context)
    {
        var stopped = context.RequestAborted;
        var caller = await callers.AdmitAsync(context, stopped);
        if (caller is Admission.Refused stranger)
            Refuse(context, stranger);
        else if (await ReadAsync(context) is { } activity)
        {
            if (caller.RefusalOf(activity) is { } refused)
                Refuse(context, refused);
            else if (!urls.Allows(activity.ServiceUrl))
                Refuse(context, Admission.Refused.Forbidden($"replies may not go to {HostOf(activity)}: if it is Microsoft's, add it to SurvBot__Teams__AllowedServiceHosts__0"));
            else
                await AnswerAsync(context, activity, await handler.HandleAsync(activity, stopped));
        }
    }

    /// <summary>What the platform meets where the channel is off.</summary>
    public static void BeAbsent(HttpContext context) => context.Response.StatusCode = StatusCodes.Status404NotFound;

    private async Task<Activity?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = options.MostActivityBytes;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            if (ActivityReader.Read(body.RootElement) is { } activity)
                return activity;
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException fault)
        {
            context.Response.StatusCode = fault.StatusCode;
        }
        return null;
    }

    private static async Task AnswerAsync(HttpContext context, Activity activity, InvokeResponse? response)
    {
        if (activity.Type != Invoke)
            return;
        context.Response.StatusCode = response?.Status ?? StatusCodes.Status501NotImplemented;
        if (response?.Body is { } body)
            await context.Response.WriteAsJsonAsync(body, body.GetType(), ActivityJson.Options, context.RequestAborted);
    }

    private void Refuse(HttpContext context, Admission.Refused refused)
    {
        Log.Refused(log, refused.Status, refused.Reason);
        context.Response.StatusCode = refused.Status;
        if (refused.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        if (refused.RetryAfter is { } pause)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    private static string HostOf(Activity activity) => Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) && url.Host.Length > 0 ? url.Host : "no address at all";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A request to the Teams endpoint was refused with {Status}: {Reason}")]
        public static partial void Refused(ILogger log, int status, string reason);
    }
}

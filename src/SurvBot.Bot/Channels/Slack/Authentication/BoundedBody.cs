using Microsoft.AspNetCore.Http.Features;

namespace SurvBot.Bot.Channels.Slack.Authentication;

/// <summary>Reads a request as the bytes that were signed.</summary>
internal static class BoundedBody
{
    /// <summary>The bytes; null where there are too many, or the sender went away, which is answered then.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContext context, int most)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most;
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException fault)
        {
            context.Response.StatusCode = fault.StatusCode;
            return null;
        }
    }
}

namespace SurvBot.Bot.Channels.Mcp;

/// <summary>Lets in who has a key, or this machine in development. Host and Origin were looked at before, as for the page and the API.</summary>
internal sealed partial class McpGuard(RequestDelegate next, McpOptions options, ILogger<McpGuard> log)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (McpCaller.Of(context, options) is { } caller)
        {
            context.Features.Set(caller);
            return next(context);
        }
        Log.Refused(log, context.Connection.RemoteIpAddress?.ToString());
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"SurvBot\"";
        return McpRefusal.WriteAsync(context, StatusCodes.Status401Unauthorized, "Send a key of this server as \"Authorization: Bearer …\".");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A request to /mcp without a valid key was refused; it came from {Address}")]
        public static partial void Refused(ILogger log, string? address);
    }
}

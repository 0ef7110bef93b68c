namespace SurvBot.Bot.Channels.Mcp;

/// <summary>Says why a request is not taken, as an error of JSON-RPC that answers no request of it.</summary>
internal static class McpRefusal
{
    // The first code that JSON-RPC 2.0 leaves to servers.
    private const int ServerError = -32000;

    public static Task WriteAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { jsonrpc = "2.0", id = (string?)null, error = new { code = ServerError, message } }, context.RequestAborted);
    }
}

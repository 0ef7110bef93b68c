namespace SurvBot.Bot.Channels.Web;

/// <summary>Lets in who may come in: by token, or from this very machine where there is none.</summary>
/// <remarks>
/// "From this machine" means that the connection and the Host are loopback and that no proxy or tunnel stands between. The Host is checked
/// against DNS rebinding, the Origin of whatever changes something against other sites' pages.
/// </remarks>
internal sealed class WebGuard(RequestDelegate next, WebOptions options)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (Refusal(context) is { } refusal)
            await refusal.ExecuteAsync(context);
        else
            await next(context);
    }

    private IResult? Refusal(HttpContext context)
    {
        var request = context.Request;
        // Whoever runs the server asks from the same machine by whatever name; it learns nothing else there.
        if (request.Path.StartsWithSegments("/healthz") || context.GetEndpoint()?.Metadata.GetMetadata<AuthenticatesItself>() is not null)
            return null;
        if (!IsKnownHost(request.Host))
            return ApiResult.Refuse(StatusCodes.Status421MisdirectedRequest, "This server does not go by that name: add it to SurvBot__Web__AllowedHosts__0.");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !IsOwnOrigin(request))
            return ApiResult.Refuse(StatusCodes.Status403Forbidden, "Another site's page may not ask here.");
        // The page itself holds nothing that needs a token; it asks for one.
        if (!request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/openapi"))
            return null;
        return options.Token is { Length: > 0 } token ? HasToken(request, token) ? null : Unauthorized("Send the access token as \"Authorization: Bearer …\".")
            : ThisMachine.Calls(context) ? null : Unauthorized("Only this machine may ask until SurvBot__Web__Token is set.");
    }

    private bool IsKnownHost(HostString host) =>
        ThisMachine.IsNamed(host.Host) || options.AllowedHosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static bool HasToken(HttpRequest request, string token) => AccessToken.Of(request) is { } given && AccessToken.Is(given, token);

    private static IResult Unauthorized(string message) => ApiResult.Refuse(StatusCodes.Status401Unauthorized, message);
}

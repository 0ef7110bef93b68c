using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SurvBot.Bot.Channels.Teams.Authentication;

/// <summary>Tells the platform's requests from forged ones.</summary>
/// <remarks>
/// By the rules of "Authentication with the Bot Connector API", connector to bot. There is no setting that turns a rule off. Tokens of the emulator and of
/// skills are not accepted: SurvBot is neither's bot, and development mode is stricter.
/// </remarks>
internal sealed class CallerCheck(TeamsDeployment deployment, SigningKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private const string Scheme = "Bearer ", ServiceUrlClaim = "serviceurl";

    private readonly JsonWebTokenHandler handler = new();

    /// <summary>Looks at everything but the body, which a stranger need not be heard for.</summary>
    public async Task<Admission> AdmitAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (deployment.IsDevelopment)
            // The platform and its emulators are no web pages; a page that is open in this machine's browser may not speak for them.
            return Channels.ThisMachine.Calls(context) && context.Request.Headers.Origin.Count == 0 ? new Admission.ThisMachine()
                : Admission.Refused.Forbidden("development mode lets in programs on this machine only");
        string header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await AdmitAsync(header[Scheme.Length..].Trim(), cancellationToken)
            : Admission.Refused.NoValidToken("there is no bearer token");
    }

    /// <summary>Who sends this token.</summary>
    public async Task<Admission> AdmitAsync(string bearer, CancellationToken cancellationToken)
    {
        if (Read(bearer) is not { Kid: { Length: > 0 } keyId } token)
            return Admission.Refused.NoValidToken("it is no token with a key id");
        try
        {
            return await keys.FindAsync(keyId, cancellationToken) is { } key ? await AdmitAsync(token, key) : Admission.Refused.NoValidToken("the token's key is unknown");
        }
        catch (MetadataUnreachableException)
        {
            return Admission.Refused.Later("the platform's keys cannot be read", SigningKeys.PauseAfterFailure);
        }
    }

    private async Task<Admission> AdmitAsync(JsonWebToken token, SigningKey key)
    {
        var checkedToken = await handler.ValidateTokenAsync(token, RulesFor(key));
        return !checkedToken.IsValid ? Admission.Refused.NoValidToken($"the token is not valid ({checkedToken.Exception?.GetType().Name})")
            : !token.TryGetPayloadValue(ServiceUrlClaim, out string? serviceUrl) || string.IsNullOrEmpty(serviceUrl) ? Admission.Refused.NoValidToken("the token names no service URL")
            : new Admission.Platform(serviceUrl, key);
    }

    private TokenValidationParameters RulesFor(SigningKey key) => new()
    {
        ValidIssuer = deployment.Cloud.Issuer,
        ValidAudience = deployment.AppId,
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key.Key,
        RequireSignedTokens = true,
        LifetimeValidator = (from, until, _, _) => IsNow(from, until),
    };

    // IdentityModel would ask the machine's clock.
    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now - ClockSkew < end && (from is not { } begin || begin <= now + ClockSkew);
    }

    private JsonWebToken? Read(string bearer)
    {
        try
        {
            return handler.CanReadToken(bearer) ? handler.ReadJsonWebToken(bearer) : null;
        }
        // Whatever is wrong with a stranger's text, it is no token.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }
}

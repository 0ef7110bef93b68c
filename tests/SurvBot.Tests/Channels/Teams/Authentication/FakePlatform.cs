using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SurvBot.Bot.Channels.Teams.Authentication;

namespace SurvBot.Tests.Channels.Teams.Authentication;

/// <summary>Publishes keys, signs tokens with them, and can be down.</summary>
internal sealed class FakePlatform
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/amer/";

    private readonly Dictionary<string, RSA> keys = [];
    private readonly List<(string Id, string Endorsement)> published = [];

    public FakePlatform()
    {
        Http = new ScriptedHttp((request, _) => Answer(request));
        Publish("key-1");
    }

    public FakeTimeProvider Clock { get; } = new(Support.Some.Now);

    public ScriptedHttp Http { get; }

    public bool IsDown { get; set; }

    /// <summary>How often the keys were read.</summary>
    public int Reads => Http.Requests.Count(request => request.Url.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal));

    public HttpResponseMessage Answer(HttpRequestMessage request) =>
        IsDown ? new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable) : ScriptedHttp.Json(Document(request.RequestUri!));

    public void Publish(string keyId, string endorsement = "msteams") => published.Add((keyId, endorsement));

    public void Withdraw(string keyId) => published.RemoveAll(key => key.Id == keyId);

    public SigningKeys Keys() => new(new KeyMetadataClient(SomeDeployment.Of(), Http, Clock), Clock, NullLogger<SigningKeys>.Instance);

    public CallerCheck Check(SigningKeys? known = null) => new(SomeDeployment.Of(), known ?? Keys(), Clock);

    /// <summary>A token that is good, but for the changes; a claim that is null is left out.</summary>
    public string Token(string keyId = "key-1", string algorithm = SecurityAlgorithms.RsaSha256, params IEnumerable<(string Claim, object? Value)> changes)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = SomeDeployment.AppId,
            ["nbf"] = At(TimeSpan.FromMinutes(-1)),
            ["exp"] = At(TimeSpan.FromHours(1)),
            ["serviceurl"] = ServiceUrl,
        };
        foreach (var (claim, value) in changes)
            if (value is null)
                claims.Remove(claim);
            else
                claims[claim] = value;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(JsonSerializer.Serialize(claims), new SigningCredentials(new RsaSecurityKey(Key(keyId)) { KeyId = keyId }, algorithm));
    }

    public long At(TimeSpan fromNow) => (Clock.GetUtcNow() + fromNow).ToUnixTimeSeconds();

    private string Document(Uri url) => url.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal)
        ? JsonSerializer.Serialize(new { keys = published.Select(key => Jwk(key.Id, key.Endorsement)) })
        : JsonSerializer.Serialize(new { issuer = "https://api.botframework.com", jwks_uri = "https://login.botframework.com/v1/.well-known/keys" });

    private object Jwk(string keyId, string endorsement)
    {
        var parameters = Key(keyId).ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = keyId, n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent), endorsements = new[] { endorsement } };
    }

    private RSA Key(string keyId) => keys.TryGetValue(keyId, out var key) ? key : keys[keyId] = RSA.Create(2048);
}

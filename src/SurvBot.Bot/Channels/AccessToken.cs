using System.Security.Cryptography;
using System.Text;

namespace SurvBot.Bot.Channels;

/// <summary>What a caller sends as "Authorization: Bearer …" to be let in.</summary>
internal static class AccessToken
{
    private const string Scheme = "Bearer ";

    /// <summary>The token that came with the request; null where none did.</summary>
    public static string? Of(HttpRequest request)
    {
        string given = request.Headers.Authorization.ToString();
        return given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? given[Scheme.Length..].Trim() : null;
    }

    /// <summary>Whether it is the secret. How long that takes tells nothing about where they differ.</summary>
    public static bool Is(string token, string secret) => CryptographicOperations.FixedTimeEquals(Hash(token), Hash(secret));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace SurvBot.Bot.Channels.Teams.Authentication;

/// <summary>A key that the platform signs with, and the channels whose activities it may sign.</summary>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlyList<string> Endorsements)
{
    public bool Endorses(string? channelId) => channelId is not null && Endorsements.Contains(channelId, StringComparer.Ordinal);
}

/// <summary>All keys that the platform publishes at one time.</summary>
/// <param name="readAt">When they were asked for.</param>
/// <param name="issuer">Who they say they belong to.</param>
/// <param name="keys">As the key document lists them.</param>
internal sealed class PublishedKeys(DateTimeOffset readAt, string issuer, IEnumerable<JsonWebKey> keys)
{
    private const string Endorsements = "endorsements";

    private readonly FrozenDictionary<string, SigningKey> byId = keys
        .Where(key => key.Kid is { Length: > 0 } && key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.Use is null or "" or "sig")
        .DistinctBy(key => key.Kid)
        .ToFrozenDictionary(key => key.Kid, key => new SigningKey(key, EndorsementsOf(key)), StringComparer.Ordinal);

    public DateTimeOffset ReadAt { get; } = readAt;

    public string Issuer { get; } = issuer;

    public int Count => byId.Count;

    public SigningKey? Find(string keyId) => byId.GetValueOrDefault(keyId);

    public bool AnyEndorses(string channelId) => byId.Values.Any(key => key.Endorses(channelId));

    private static IReadOnlyList<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue(Endorsements, out object? listed) && listed is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}

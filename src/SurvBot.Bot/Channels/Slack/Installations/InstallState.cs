using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SurvBot.Bot.Channels.Slack.Installations;

/// <summary>Ties the end of an installation to its beginning: signed, good for one browser, ten minutes and one use.</summary>
internal sealed class InstallState(SlackOptions options, TimeProvider clock)
{
    /// <summary>As long as Slack's code is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int TimeBytes = sizeof(long), NonceBytes = 16;

    private readonly byte[] key = InstallationSeal.Derived(options, "survbot slack install state");
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new();

    /// <summary>A new one: what goes to Slack and comes back, and what the browser keeps.</summary>
    public (string State, string Cookie) Begin()
    {
        byte[] said = new byte[TimeBytes + NonceBytes];
        BitConverter.TryWriteBytes(said, (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(said.AsSpan(TimeBytes));
        return (Base64Url.EncodeToString([.. said, .. HMACSHA256.HashData(key, said)]), Base64Url.EncodeToString(said.AsSpan(TimeBytes)));
    }

    /// <summary>Whether this came back to the browser that began, in time, and for the first time.</summary>
    public bool Ends(string? state, string? cookie)
    {
        const int Said = TimeBytes + NonceBytes;
        if (Read(state) is not { Length: Said + HMACSHA256.HashSizeInBytes } whole || !CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, whole.AsSpan(0, Said)), whole.AsSpan(Said)))
            return false;
        var end = DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(whole));
        string nonce = Base64Url.EncodeToString(whole.AsSpan(TimeBytes, NonceBytes));
        return end >= clock.GetUtcNow() && nonce == cookie && Uses(nonce, end);
    }

    private bool Uses(string nonce, DateTimeOffset end)
    {
        foreach (var (old, _) in used.Where(use => use.Value < clock.GetUtcNow()))
            used.TryRemove(old, out _);
        return used.TryAdd(nonce, end);
    }

    private static byte[]? Read(string? state)
    {
        try
        {
            return state is { Length: < 200 } ? Base64Url.DecodeFromChars(state) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

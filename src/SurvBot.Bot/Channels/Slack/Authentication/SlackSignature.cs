using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace SurvBot.Bot.Channels.Slack.Authentication;

/// <summary>Tells whether Slack sent these bytes, and lately.</summary>
/// <remarks>
/// "Verifying requests from Slack" of its documentation: v0= and the hexadecimal HMAC-SHA256 of "v0:", the time and the raw body under the
/// signing secret; what is older than five minutes may be somebody's recording.
/// </remarks>
internal sealed class SlackSignature(SlackOptions options, TimeProvider clock)
{
    public const string TimeHeader = "X-Slack-Request-Timestamp", SignatureHeader = "X-Slack-Signature";

    private const string Version = "v0";
    private static readonly TimeSpan LongestWay = TimeSpan.FromMinutes(5);

    /// <summary>Why the request is refused; null where it is Slack's.</summary>
    public string? RefusalOf(StringValues time, StringValues signature, ReadOnlySpan<byte> body)
    {
        // A header that comes twice is nobody's honest one.
        if (time is not [{ } sentAt] || signature is not [{ } given])
            return "it has no single signature and time";
        if (!long.TryParse(sentAt, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
            return "its time is no number";
        if (Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > LongestWay.TotalSeconds)
            return "it is too old, or this machine's clock is wrong";
        return IsRight(sentAt, given, body) ? null : "its signature is wrong: check SLACK_SIGNING_SECRET";
    }

    private bool IsRight(string sentAt, string given, ReadOnlySpan<byte> body)
    {
        Span<byte> theirs = stackalloc byte[SHA256.HashSizeInBytes], ours = stackalloc byte[SHA256.HashSizeInBytes];
        if (options.SigningSecret is not { Length: > 0 } secret || !given.StartsWith($"{Version}=", StringComparison.Ordinal)
            || Convert.FromHexString(given.AsSpan(Version.Length + 1), theirs, out _, out int bytes) != System.Buffers.OperationStatus.Done || bytes != theirs.Length)
            return false;
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"{Version}:{sentAt}:"));
        hash.AppendData(body);
        hash.GetHashAndReset(ours);
        return CryptographicOperations.FixedTimeEquals(ours, theirs);
    }
}

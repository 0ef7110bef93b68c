using System.Security.Cryptography;
using System.Text;

namespace SurvBot.Bot.Channels.Slack.Installations;

/// <summary>Makes tokens unreadable to whoever has the file alone: AES-256-GCM, with a key out of the settings.</summary>
/// <remarks>Without a key of its own it is derived from the app's client secret, so that there is one secret less to keep; where that is renewed, workspaces must install again.</remarks>
internal sealed class InstallationSeal
{
    private const int KeyBytes = 32, NonceBytes = 12, TagBytes = 16;

    private readonly byte[] key;

    public InstallationSeal(SlackOptions options) => key = Derived(options, "survbot slack installations");

    /// <summary>A key for one purpose, out of what only the settings know.</summary>
    public static byte[] Derived(SlackOptions options, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.StoreKey ?? options.ClientSecret ?? ""), KeyBytes, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>Nonce, tag and what was sealed; <paramref name="home"/> binds it to its place.</summary>
    public byte[] Close(byte[] open, string home)
    {
        byte[] nonce = RandomNumberGenerator.GetBytes(NonceBytes), tag = new byte[TagBytes], words = new byte[open.Length];
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, open, words, tag, Encoding.UTF8.GetBytes(home));
        return [.. nonce, .. tag, .. words];
    }

    /// <summary>What was sealed; null where the key is another one now, or somebody changed it.</summary>
    public byte[]? Open(byte[] closed, string home)
    {
        if (closed.Length < NonceBytes + TagBytes)
            return null;
        byte[] open = new byte[closed.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(closed.AsSpan(0, NonceBytes), closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), open, Encoding.UTF8.GetBytes(home));
            return open;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}

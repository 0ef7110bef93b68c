using System.Security.Cryptography;
using System.Text;

namespace SurvBot.Bot.Conversations;

/// <summary>Where in a chat somebody writes and a reply belongs.</summary>
/// <param name="Channel">Name of the medium: "web", "slack", "teams".</param>
/// <param name="Workspace">Slack workspace or Teams tenant; nobody sees beyond theirs.</param>
/// <param name="Room">A Slack channel, a Teams chat; on the web a person's own.</param>
/// <param name="Thread">The thread in the room that is one conversation.</param>
public sealed record Address(string Channel, string Workspace, string Room, string Thread)
{
    /// <summary>Names the conversation without giving anything of the address away.</summary>
    public string ConversationId => Key.Of(Channel, Workspace, Room, Thread);
}

/// <summary>Names that tell nothing about what they are made of.</summary>
public static class Key
{
    private const int Bytes = 16, MostDigits = 10, MostOnTheStack = 512;

    /// <summary>The same parts give the same 32 hexadecimal digits, others give others.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        int most = 0;
        foreach (string part in parts)
            most += MostDigits + 1 + Encoding.UTF8.GetMaxByteCount(part.Length);
        Span<byte> text = most <= MostOnTheStack ? stackalloc byte[MostOnTheStack] : new byte[most];
        int length = 0;
        foreach (string part in parts)
        {
            part.Length.TryFormat(text[length..], out int digits);
            text[length += digits] = (byte)':';
            length += 1 + Encoding.UTF8.GetBytes(part, text[(length + 1)..]);
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }
}

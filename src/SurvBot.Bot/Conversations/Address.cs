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
    private const int Bytes = 16;

    /// <summary>The same parts give the same 32 hexadecimal digits, others give others.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (string part in parts)
            text.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, Bytes));
    }
}

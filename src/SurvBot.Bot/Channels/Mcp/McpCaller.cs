using SurvBot.Answers;
using SurvBot.Bot.Conversations;

namespace SurvBot.Bot.Channels.Mcp;

/// <summary>Whoever calls, by the name of their key.</summary>
internal sealed record McpCaller(string Name)
{
    private static readonly McpCaller Machine = new("this machine");

    /// <summary>Whose budget and whose receipts.</summary>
    public Asker Asker => new(Key.Of(McpOptions.ChannelName, McpOptions.ChannelName), Key.Of(McpOptions.ChannelName, McpOptions.ChannelName, Name));

    /// <summary>The caller that a request proves to be; null for a stranger.</summary>
    public static McpCaller? Of(HttpContext context, McpOptions options)
    {
        if (options.Keys.Count == 0)
            return options.IsDevelopment && ThisMachine.Calls(context) ? Machine : null;
        // All keys are looked at, so that the time tells nothing about which is near.
        return AccessToken.Of(context.Request) is { } given && options.Keys.Where(key => AccessToken.Is(given, key.Value.Trim())).ToList() is [var known, ..] ? new McpCaller(known.Key) : null;
    }
}

namespace SurvBot.Bot.Channels.Mcp;

/// <summary>Which agents may use the corpus over the Model Context Protocol. Section "Mcp"; off without a key.</summary>
public sealed class McpOptions
{
    /// <summary>Its name in the file of chats, and its only workspace.</summary>
    public const string ChannelName = "mcp";

    private const int ShortestKey = 16;

    /// <summary>Secrets that callers send as "Authorization: Bearer …", by the callers' names: SurvBot__Mcp__Keys__NAME.</summary>
    public IDictionary<string, string> Keys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Requests a minute of one key; an agent's session begins with two or three.</summary>
    public int PerMinute { get; set; } = 60;

    /// <summary>Whether this machine may call without a key where none is set. It has no public setter, so that no setting named "IsDevelopment" opens the door.</summary>
    public bool IsDevelopment { get; internal set; }

    /// <summary>Whether anybody may call at all.</summary>
    public bool IsOn => Keys.Count > 0 || IsDevelopment;

    /// <summary>Why these settings cannot work, with the fix, in one line; null when they can.</summary>
    public string? FindFault() =>
        PerMinute < 1 ? "SurvBot__Mcp__PerMinute is less than 1: leave it out, or give it a number."
        : Keys.FirstOrDefault(key => key.Value.Trim().Length < ShortestKey) is { Key: { } guessable } ? $"SurvBot__Mcp__Keys__{guessable} has fewer than {ShortestKey} characters: make a key with 'openssl rand -hex 32'."
        : Keys.GroupBy(key => key.Value.Trim()).FirstOrDefault(same => same.Count() > 1) is { } shared ? $"SurvBot__Mcp__Keys__{string.Join(" and SurvBot__Mcp__Keys__", shared.Select(key => key.Key).Order(StringComparer.Ordinal))} are the same key: give each caller its own."
        : null;

    /// <summary>Takes development mode from the environment.</summary>
    internal McpOptions CompletedFrom(Func<string, string?> variable)
    {
        IsDevelopment = string.Equals(variable("ASPNETCORE_ENVIRONMENT"), "Development", StringComparison.OrdinalIgnoreCase);
        return this;
    }
}

using System.Text.Json;

namespace SurvBot.Tests.Generation.Models.StandIn;

/// <summary>What a client asked the stand-in.</summary>
/// <param name="Path">With its query.</param>
/// <param name="Body">As JSON.</param>
internal sealed record ModelRequest(string Path, JsonElement Body)
{
    /// <summary>Of Azure the deployment, else the model.</summary>
    public string Model => IsAzure ? Path.Split('/')[3] : Body.GetProperty("model").GetString()!;

    public bool IsAzure => Path.StartsWith("/openai/deployments/", StringComparison.Ordinal);

    public bool IsStreamed => Body.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    public bool WantsUsage => Body.TryGetProperty("stream_options", out var options) && options.GetProperty("include_usage").GetBoolean();

    /// <summary>In their order.</summary>
    public IReadOnlyList<ModelMessage> Messages =>
        [.. Body.GetProperty("messages").EnumerateArray().Select(message => new ModelMessage(message.GetProperty("role").GetString()!, TextOf(message)))];

    /// <summary>What the user said last.</summary>
    public string Question => Messages.Last(message => message.Role == "user").Text;

    // A text may come in parts.
    private static string TextOf(JsonElement message) => !message.TryGetProperty("content", out var content) ? "" : content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => part.TryGetProperty("text", out var text) ? text.GetString() : "")),
        _ => "",
    };
}

/// <summary>One message of a request.</summary>
internal sealed record ModelMessage(string Role, string Text);

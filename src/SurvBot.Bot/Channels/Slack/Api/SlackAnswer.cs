using System.Net;
using System.Text.Json;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Api;

/// <summary>What Slack means by its answers: status 200 and "ok" tell nothing without each other.</summary>
internal static class SlackAnswer
{
    /// <summary>When to come back where Slack wants it but does not say when.</summary>
    public static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(10);

    private const int MostDetail = 300;

    /// <summary>Errors of Slack's own, after which nobody knows what was done.</summary>
    private static readonly HashSet<string> Failures = ["internal_error", "fatal_error", "service_unavailable", "request_timeout"];

    /// <summary>The answer, where it says that all is well.</summary>
    public static JsonElement Read(HttpStatusCode status, TimeSpan? retryAfter, byte[] body)
    {
        var answer = Parse(body);
        string? error = Member.Text(answer, "error");
        if (status == HttpStatusCode.TooManyRequests || error is "ratelimited" or "rate_limited")
            throw new ChannelBusyException("Slack wants fewer requests.", retryAfter ?? UsualPause);
        if (answer is { } said && Member.At(said, "ok") is { ValueKind: JsonValueKind.True })
            return said;
        if (error is null || Failures.Contains(error) || status >= HttpStatusCode.InternalServerError)
            throw new SlackUnavailableException($"Slack failed with {(int)status}{(error is null ? "" : $" ({error})")}.");
        throw new SlackRefusedException(error, Detail(answer));
    }

    /// <summary>Which scope is missing, or which block is wrong.</summary>
    private static string? Detail(JsonElement? answer)
    {
        string? detail = Member.Text(answer, "needed") is { } scope ? $"it needs {scope}"
            : Member.At(answer, "response_metadata", "messages") is { ValueKind: JsonValueKind.Array } messages ? string.Join(' ', messages.EnumerateArray().Select(message => Member.Text(message)).OfType<string>()) : null;
        return detail is { Length: > MostDetail } ? detail[..MostDetail] : detail;
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            // A proxy on the way may answer anything.
            return null;
        }
    }
}

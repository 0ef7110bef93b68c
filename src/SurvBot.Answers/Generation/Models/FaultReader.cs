using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;

namespace SurvBot.Answers.Generation.Models;

/// <summary>Reads why a request to the model failed from whatever the provider's client threw.</summary>
/// <remarks>The server's own words are never repeated: OpenAI's about a wrong key hold parts of it.</remarks>
internal sealed class FaultReader(TimeProvider clock)
{
    /// <summary>Anything but the caller's own cancellation.</summary>
    public ModelUnavailableException Of(Exception failure)
    {
        var causes = Causes(failure).ToList();
        if (causes.OfType<ModelUnavailableException>().FirstOrDefault() is { } known)
            return known;
        if (causes.OfType<ClientResultException>().FirstOrDefault(answered => answered.Status > 0) is { } answered)
            return OfAnswer(answered);
        return causes.Select(OfBreak).OfType<ModelUnavailableException>().FirstOrDefault() ?? new(ModelFault.Garbled, "The language model sent something that cannot be read.", failure);
    }

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    private static ModelUnavailableException? OfBreak(Exception cause) => cause switch
    {
        ResponseTooLongException => new(ModelFault.TooLong, "The language model sent more than it may.", cause),
        OperationCanceledException or TimeoutException => new(ModelFault.Stalled, "The language model took too long.", cause),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new(ModelFault.Garbled, "The language model sent something that cannot be read.", cause),
        HttpRequestException => new(ModelFault.Unreachable, "The language model cannot be reached.", cause),
        IOException => new(ModelFault.CutShort, "The connection to the language model broke off.", cause),
        _ => null,
    };

    private ModelUnavailableException OfAnswer(ClientResultException answered)
    {
        var codes = Codes(answered.GetRawResponse());
        string said = $"(HTTP {answered.Status})";
        return answered.Status switch
        {
            429 when codes.Contains("insufficient_quota") => new(ModelFault.Refused, $"The account of the language model has no credit left {said}."),
            429 => new(ModelFault.Busy, $"The language model has too much to do {said}.") { RetryAfter = RetryAfter(answered.GetRawResponse()) },
            401 or 403 => new(ModelFault.Refused, $"The language model does not accept SurvBot's key or identity {said}."),
            404 => new(ModelFault.NotFound, $"There is no such deployment or model at the language model's address {said}."),
            400 when codes.Overlaps(["content_filter", "ResponsibleAIPolicyViolation"]) => new(ModelFault.Filtered, $"The language model's content filter stopped the question or its evidence {said}."),
            408 => new(ModelFault.Stalled, $"The language model took too long {said}."),
            >= 500 => new(ModelFault.Overloaded, $"The language model has a fault of its own {said}.") { RetryAfter = RetryAfter(answered.GetRawResponse()) },
            _ => new(ModelFault.Rejected, $"The language model does not take the request {said}."),
        };
    }

    /// <summary>Every "code" and "type" of the error, wherever Azure and OpenAI put it.</summary>
    private static HashSet<string> Codes(PipelineResponse? response)
    {
        try
        {
            using var body = JsonDocument.Parse(response?.Content.ToMemory() ?? default);
            return [.. Codes(body.RootElement, depth: 0)];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // A proxy's page, or a body that broke off: the status says enough.
            return [];
        }
    }

    private static IEnumerable<string> Codes(JsonElement element, int depth) =>
        element.ValueKind != JsonValueKind.Object || depth > 3 ? [] : element.EnumerateObject().SelectMany(member => member.Name is "code" or "type" && member.Value.ValueKind == JsonValueKind.String
            ? [member.Value.GetString()!] : Codes(member.Value, depth + 1));

    /// <summary>Azure tells milliseconds, too; a date is the other form that HTTP knows.</summary>
    private TimeSpan? RetryAfter(PipelineResponse? response)
    {
        if (response is null)
            return null;
        if (response.Headers.TryGetValue("retry-after-ms", out string? milliseconds) && long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out long exact))
            return Within(TimeSpan.FromMilliseconds(Math.Min(exact, int.MaxValue)));
        if (!response.Headers.TryGetValue("Retry-After", out string? value))
            return null;
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
            return Within(TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)));
        return DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Within(date - clock.GetUtcNow()) : null;
    }

    private static TimeSpan Within(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
}

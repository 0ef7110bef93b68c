using System.Net;
using System.Text.Json;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Teams.Connector;

/// <summary>What the platform means by its answers.</summary>
internal static class ConnectorFaults
{
    /// <summary>When to come back where the platform wants it but does not say when.</summary>
    public static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(10);

    private const string StreamCode = "ContentStreamNotAllowed", OutOfOrderCode = "ContentStreamSequenceOrderPreConditionFailed";

    /// <summary>Words of a refused stream; the code is the same for all of them. From Microsoft's "Stream bot messages".</summary>
    private static readonly (string Words, TeamsRefusal Refusal)[] StreamRefusals =
    [
        ("canceled by user", TeamsRefusal.StreamCanceled),
        ("cancelled by user", TeamsRefusal.StreamCanceled),
        ("exceeded streaming time", TeamsRefusal.StreamTimedOut),
        ("already completed", TeamsRefusal.StreamCompleted),
        ("message size too large", TeamsRefusal.TooLarge),
        ("previously streamed content", TeamsRefusal.StreamRewritten),
    ];

    /// <summary>What an answer that is no success, or a success with an error in it, comes to.</summary>
    public static Exception Of(HttpStatusCode status, PlatformAnswer answer, TimeSpan? retryAfter) => status switch
    {
        HttpStatusCode.TooManyRequests => new ChannelBusyException($"Teams wants fewer requests{(answer.Code is null ? "" : $" ({answer.Code})")}.", retryAfter ?? UsualPause),
        HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError =>
            new TeamsUnavailableException($"Teams failed with {(int)status}{(answer.Code is null ? "" : $" ({answer.Code})")}.", (int)status),
        _ => new TeamsRefusedException(RefusalOf(status, answer), (int)status, answer.Code, answer.Message),
    };

    private static TeamsRefusal RefusalOf(HttpStatusCode status, PlatformAnswer answer) => answer.Code switch
    {
        OutOfOrderCode => TeamsRefusal.StreamOutOfOrder,
        StreamCode => StreamRefusals.Where(known => answer.Message?.Contains(known.Words, StringComparison.OrdinalIgnoreCase) == true)
            .Select(known => known.Refusal).DefaultIfEmpty(TeamsRefusal.StreamNotAllowed).First(),
        "MessageSizeTooBig" => TeamsRefusal.TooLarge,
        _ => status switch
        {
            HttpStatusCode.BadRequest => TeamsRefusal.Malformed,
            HttpStatusCode.Unauthorized => TeamsRefusal.Unauthorized,
            HttpStatusCode.Forbidden => TeamsRefusal.Forbidden,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => TeamsRefusal.Gone,
            HttpStatusCode.RequestEntityTooLarge => TeamsRefusal.TooLarge,
            _ => TeamsRefusal.Other,
        },
    };
}

/// <summary>What the body of the platform's answer says, in whichever of its forms.</summary>
/// <param name="Id">The name of what was sent.</param>
/// <param name="Code">Its error code.</param>
/// <param name="Message">Its words for people.</param>
internal sealed record PlatformAnswer(string? Id, string? Code, string? Message)
{
    private const int MostMessageCharacters = 300;

    /// <summary>{"id"}, {"error":{"code","message"}} or {"code","message"}; a proxy on the way may answer anything.</summary>
    public static PlatformAnswer Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var json = document.RootElement;
            var error = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("error", out var inner) ? inner : json;
            string? message = Text(error, "message");
            return new PlatformAnswer(Text(json, "id"), Text(error, "code"), message is { Length: > MostMessageCharacters } ? message[..MostMessageCharacters] : message);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return new PlatformAnswer(null, null, null);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text ? text : null;
}

using System.Net;

namespace SurvBot.Acceptance.Teams.StandIn;

/// <summary>What the connector does instead of what it is asked.</summary>
/// <param name="Status">Its answer; null cuts the connection.</param>
/// <param name="Code">Error code, where it gives one.</param>
/// <param name="Message">The platform's words.</param>
/// <param name="RetryAfter">Seconds after which it wants to be asked again.</param>
/// <param name="IsTaken">Whether it does what it was asked, and only its answer is lost.</param>
internal sealed record Trouble(HttpStatusCode? Status, string? Code = null, string? Message = null, int? RetryAfter = null, bool IsTaken = false)
{
    public const string StreamCode = "ContentStreamNotAllowed";

    public static readonly Trouble
        Cut = new(Status: null),
        CutAfterwards = Cut with { IsTaken = true },
        Throttled = new(HttpStatusCode.TooManyRequests, "429", "API calls quota exceeded", RetryAfter: 1),
        // Longer than the client waits while it holds up others.
        ThrottledForLong = Throttled with { RetryAfter = 6 },
        PreconditionFailed = new(HttpStatusCode.PreconditionFailed, "PreconditionFailed", "Precondition failed"),
        BadGateway = new(HttpStatusCode.BadGateway),
        GatewayTimeout = new(HttpStatusCode.GatewayTimeout),
        GatewayTimeoutAfterwards = GatewayTimeout with { IsTaken = true },
        Unavailable = new(HttpStatusCode.ServiceUnavailable),
        TooLarge = new(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig", "Message size too large"),
        StreamNotAllowed = new(HttpStatusCode.Forbidden, StreamCode, "Content stream is not allowed"),
        StreamCanceled = new(HttpStatusCode.Forbidden, StreamCode, "Content stream was canceled by user"),
        StreamTimedOut = new(HttpStatusCode.Forbidden, StreamCode, "Content stream finished due to exceeded streaming time."),
        StreamTooLarge = new(HttpStatusCode.Forbidden, StreamCode, "Message size too large"),
        StreamOutOfOrder = new(HttpStatusCode.Accepted, "ContentStreamSequenceOrderPreConditionFailed", "Precondition failed"),
        BadRequest = new(HttpStatusCode.BadRequest, "BadRequest", "Bad request"),
        Gone = new(HttpStatusCode.NotFound, "ActivityNotFoundInConversation", "The activity is not there");
}

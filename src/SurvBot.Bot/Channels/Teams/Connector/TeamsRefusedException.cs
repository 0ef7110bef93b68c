using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Teams.Connector;

/// <summary>Why the platform does not take something.</summary>
public enum TeamsRefusal
{
    /// <summary>None of the others; the code and the message say what.</summary>
    Other,

    /// <summary>It was not sent: the service URL is not on the list of allowed ones.</summary>
    ServiceUrlNotAllowed,

    /// <summary>It was not sent: there is no id of a conversation or an activity that could be part of an address.</summary>
    BadId,

    /// <summary>400: it is not what the platform expects.</summary>
    Malformed,

    /// <summary>401, with a new token, too: the bot's credentials are not good, which somebody may mend.</summary>
    Unauthorized,

    /// <summary>403: the bot was removed, or may not speak there.</summary>
    Forbidden,

    /// <summary>404 or 410: the conversation or the activity is not there any more.</summary>
    Gone,

    /// <summary>413, or the platform's words for it.</summary>
    TooLarge,

    /// <summary>Nothing can be streamed there: say it in one message.</summary>
    StreamNotAllowed,

    /// <summary>The reader pressed Stop: say nothing more.</summary>
    StreamCanceled,

    /// <summary>The two minutes of a stream are over: put the whole text in its place by an update.</summary>
    StreamTimedOut,

    /// <summary>The stream had ended already.</summary>
    StreamCompleted,

    /// <summary>A step does not contain what was streamed before it.</summary>
    StreamRewritten,

    /// <summary>A step came after a later one, and is not shown.</summary>
    StreamOutOfOrder,
}

/// <summary>The platform does not take something, and the same again would fare no better.</summary>
/// <param name="refusal">Why, as far as it can be told.</param>
/// <param name="status">The HTTP status; null where nothing was sent.</param>
/// <param name="code">The platform's error code, such as "ContentStreamNotAllowed"; null where it gave none.</param>
/// <param name="platformMessage">The platform's words, or this program's where nothing was sent.</param>
public sealed class TeamsRefusedException(TeamsRefusal refusal, int? status, string? code, string? platformMessage)
    : Exception($"Teams refused it: {refusal}{(status is null ? "" : $", {status}")}{(code is null ? "" : $", {code}")}{(platformMessage is null ? "" : $": {platformMessage}")}")
{
    public TeamsRefusal Refusal { get; } = refusal;

    public int? Status { get; } = status;

    public string? Code { get; } = code;

    public string? PlatformMessage { get; } = platformMessage;

    /// <summary>Whether nobody can mend it, so that what was to be said is given up.</summary>
    public bool IsForGood => Refusal is not (TeamsRefusal.Unauthorized or TeamsRefusal.ServiceUrlNotAllowed);

    /// <summary>The same in the words of <see cref="IChannel"/>.</summary>
    public ChannelRefusedException ToChannelRefusal() => new(Message);
}

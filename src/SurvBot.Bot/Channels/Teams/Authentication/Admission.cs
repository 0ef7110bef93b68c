using SurvBot.Bot.Channels.Teams.Activities;

namespace SurvBot.Bot.Channels.Teams.Authentication;

/// <summary>Whether a caller is let in.</summary>
internal abstract record Admission
{
    /// <summary>Why this caller may not send this activity; null when it may.</summary>
    public abstract Refused? RefusalOf(Activity activity);

    /// <summary>The platform, by its token.</summary>
    /// <param name="ServiceUrl">Where the token says that answers go.</param>
    /// <param name="Key">What it is signed with.</param>
    internal sealed record Platform(string ServiceUrl, SigningKey Key) : Admission
    {
        public override Refused? RefusalOf(Activity activity) =>
            !string.Equals(activity.ServiceUrl, ServiceUrl, StringComparison.OrdinalIgnoreCase) ? Refused.NoValidToken("the token is for another service URL")
            : !Key.Endorses(activity.ChannelId) ? Refused.Forbidden("the token's key is not endorsed for the channel")
            : null;
    }

    /// <summary>A program on this machine, in development mode.</summary>
    internal sealed record ThisMachine : Admission
    {
        public override Refused? RefusalOf(Activity activity) => null;
    }

    /// <summary>Nobody who may send.</summary>
    /// <param name="Status">What to answer.</param>
    /// <param name="Reason">In this program's own words: it may be logged.</param>
    /// <param name="RetryAfter">When to try again, where that helps.</param>
    internal sealed record Refused(int Status, string Reason, TimeSpan? RetryAfter = null) : Admission
    {
        public static Refused NoValidToken(string reason) => new(StatusCodes.Status401Unauthorized, reason);

        public static Refused Forbidden(string reason) => new(StatusCodes.Status403Forbidden, reason);

        public static Refused Later(string reason, TimeSpan retryAfter) => new(StatusCodes.Status503ServiceUnavailable, reason, retryAfter);

        public override Refused? RefusalOf(Activity activity) => this;
    }
}

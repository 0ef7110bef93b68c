namespace SurvBot.Bot.Channels.Teams.Connector;

/// <summary>Where replies may go. Whoever could name another address would get the bot's token there.</summary>
internal sealed class ServiceUrls(TeamsDeployment deployment)
{
    /// <summary>The address of a conversation's activities; with an id, of one of them.</summary>
    /// <exception cref="TeamsRefusedException">The service URL is not allowed, or an id cannot be part of an address.</exception>
    public Uri ActivitiesAt(string serviceUrl, string conversationId, string? activityId = null)
    {
        if (Allowed(serviceUrl) is not { } service)
            throw new TeamsRefusedException(TeamsRefusal.ServiceUrlNotAllowed, null, null, "this service URL is not on the list of allowed ones");
        string path = $"{service.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v3/conversations/{Segment(conversationId)}/activities";
        return new Uri(activityId is null ? path : $"{path}/{Segment(activityId)}");
    }

    /// <summary>Whether replies may go to this address.</summary>
    public bool Allows(string? serviceUrl) => Allowed(serviceUrl) is not null;

    private Uri? Allowed(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url is { UserInfo: "", Query: "", Fragment: "" } && IsSafe(url) && deployment.Cloud.ServiceHosts.Any(entry => Matches(url.Host, entry))
            ? url : null;

    // What stays on this machine needs no encryption; whether it may be called at all the list says.
    private static bool IsSafe(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && ThisMachine.IsNamed(url.Host));

    private static bool Matches(string host, string entry) => entry.StartsWith('.') ? host.EndsWith(entry, StringComparison.OrdinalIgnoreCase) : host.Equals(entry, StringComparison.OrdinalIgnoreCase);

    /// <summary>One part of a path, whatever characters it has: "19:…;messageid=…".</summary>
    private static string Segment(string id) => !string.IsNullOrWhiteSpace(id) && id.Any(character => character != '.') && !HasHalfCharacters(id)
        ? Uri.EscapeDataString(id)
        // Dots cannot be escaped, and would lead out of the folder.
        : throw new TeamsRefusedException(TeamsRefusal.BadId, null, null, "an id is empty or cannot be part of an address");

    private static bool HasHalfCharacters(string id) => id.EnumerateRunes().Any(rune => rune == System.Text.Rune.ReplacementChar);
}

namespace SurvBot.Bot.Replies;

/// <summary>Lets out only addresses that a person may follow.</summary>
internal static class WebAddress
{
    /// <summary>
    /// The address itself, unchanged, so that it stays the one in the store; empty unless it is a well-formed http or https address without
    /// a user name: a file's path, a script or an address with something hidden in it is no link.
    /// </summary>
    public static string OrEmpty(string address) =>
        address.All(c => c is > ' ' and < '\u007f') && Uri.IsWellFormedUriString(address, UriKind.Absolute)
        && new Uri(address) is { Scheme: "http" or "https", Host.Length: > 0, UserInfo.Length: 0 } ? address : "";
}

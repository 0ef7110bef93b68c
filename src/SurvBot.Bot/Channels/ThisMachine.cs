using System.Net;

namespace SurvBot.Bot.Channels;

/// <summary>Tells a caller on this very machine from one that only looks so.</summary>
internal static class ThisMachine
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Whether the connection and the Host are loopback and no proxy or tunnel stands between.</summary>
    public static bool Calls(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && IsNamed(context.Request.Host.Host) && !context.Request.Headers.Keys.Any(IsProxys);

    /// <summary>Whether a host name, an IPv6 address in brackets, is this machine's own.</summary>
    public static bool IsNamed(string host) => Names.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsProxys(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase);
}

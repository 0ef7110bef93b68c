using System.Net;
using System.Text.RegularExpressions;

namespace SurvBot.Bot.Manifests;

/// <summary>What may stand where a chat platform wants a domain: a plain name that it can reach.</summary>
internal static partial class HostName
{
    private const int MostCharacters = 253;

    /// <summary>What is wrong with <paramref name="host"/> and what to write; null when nothing is.</summary>
    /// <param name="host">As a person wrote it.</param>
    /// <param name="allowWildcard">Whether "*.example.org" may stand for everything below example.org.</param>
    public static string? Fault(string host, bool allowWildcard = false)
    {
        string plain = allowWildcard && host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        string shown = Quoted.Text(host);
        return plain switch
        {
            "" => "is empty: write a host name such as survbot.example.org.",
            _ when plain.Contains("://", StringComparison.Ordinal) => $"{shown} has a scheme: write the host name alone, such as survbot.example.org.",
            _ when plain.Contains('/') || plain.Contains('?') || plain.Contains('#') => $"{shown} has a path: write the host name alone, such as survbot.example.org.",
            _ when IPAddress.TryParse(plain.Trim('[', ']'), out _) => $"{shown} is an address of a machine: write a host name such as survbot.example.org.",
            _ when plain.Contains(':') => $"{shown} has a port: write the host name alone, which is reached on port 443.",
            _ when plain.Contains('*') => $"{shown} has a wildcard: write the host name itself.",
            _ when IsOwnMachine(plain) => $"{shown} is this machine only: write a host name that can be reached from outside.",
            _ when !plain.Contains('.') => $"{shown} is not a whole host name: write it with its domain, such as survbot.example.org.",
            _ when plain.Length > MostCharacters || !Labels().IsMatch(plain) => $"{shown} is no host name: letters, digits and hyphens are allowed, with dots between (other letters in their xn-- form).",
            _ => null,
        };
    }

    private static bool IsOwnMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])\z")]
    private static partial Regex Labels();
}

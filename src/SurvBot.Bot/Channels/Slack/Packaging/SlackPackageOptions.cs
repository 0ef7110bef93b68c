using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Slack.Packaging;

/// <summary>What a manifest for Slack is made of: how Slack reaches the bot, and the file to begin with.</summary>
public sealed record SlackPackageOptions
{
    /// <summary>The manifest to begin with.</summary>
    public required string ManifestFile { get; init; }

    /// <summary>The host name under which Slack reaches the bot; Socket Mode needs none.</summary>
    public string? Host { get; init; }

    /// <summary>Whether the bot calls Slack instead of being called.</summary>
    public bool IsSocketMode { get; init; }

    /// <summary>Whether it hears in its rooms what does not mention it.</summary>
    public bool HearsRooms { get; init; }

    /// <summary>What is wrong with the values themselves, a line each that names the option.</summary>
    public IReadOnlyList<string> Faults() => Host is { } host && HostName.Fault(host) is { } fault ? [new ManifestFault("--host", fault).ToString()] : [];
}

using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Teams.Packaging;

/// <summary>What a Teams app package is made of: an admin's own values and the folder with the manifest.</summary>
public sealed record TeamsPackageOptions
{
    /// <summary>The folder with manifest.json, its icons and translations.</summary>
    public required string Folder { get; init; }

    /// <summary>The bot's Microsoft app id: the client id of its app registration or managed identity.</summary>
    public required string AppId { get; init; }

    /// <summary>The id of the app in Teams; the bot's own id where none is given.</summary>
    public string? TeamsAppId { get; init; }

    /// <summary>The host name under which Microsoft reaches the bot.</summary>
    public required string Host { get; init; }

    /// <summary>The package's version, such as 1.2.3; Teams takes an update only with another one.</summary>
    public required string Version { get; init; }

    /// <summary>How the bot signs in: <see cref="TenantTypes"/>.</summary>
    public string TenantType { get; init; } = "UserAssignedMSI";

    /// <summary>The language that people see whose own is not in the package; null leaves the manifest's.</summary>
    public string? Language { get; init; }

    /// <summary>Domains whose links SurvBot is asked about when somebody pastes one; none means no unfurling.</summary>
    public IReadOnlyList<string> LinkDomains { get; init; } = [];

    /// <summary>What the Bot Service calls its kinds of bots.</summary>
    public static IReadOnlyList<string> TenantTypes { get; } = ["UserAssignedMSI", "SingleTenant", "Federated", MultiTenant];

    /// <summary>A bot that any tenant may use; Azure makes no new ones.</summary>
    public const string MultiTenant = "MultiTenant";

    /// <summary>What is wrong with the values themselves, a line each that names the option.</summary>
    public IReadOnlyList<string> Faults() => [.. Check().Select(fault => fault.ToString())];

    private IEnumerable<ManifestFault> Check()
    {
        if (!IsId(AppId))
            yield return new("--app-id", $"{Quoted.Text(AppId)} is no GUID: give the bot's Microsoft app id, such as 6f9619ff-8b86-d011-b42d-00cf4fc964ff.");
        if (TeamsAppId is { } id && !IsId(id))
            yield return new("--teams-app-id", $"{Quoted.Text(id)} is no GUID: give one, or leave it out to use the bot's.");
        if (HostName.Fault(Host) is { } host)
            yield return new("--host", host);
        if (!AppVersion.IsValid(Version))
            yield return new("--version", AppVersion.Fix(Version));
        if (!TenantTypes.Contains(TenantType, StringComparer.OrdinalIgnoreCase))
            yield return new("--tenant-type", $"{Quoted.Text(TenantType)} is not known: write {string.Join(" or ", TenantTypes)}.");
        foreach (string domain in LinkDomains)
            if (HostName.Fault(domain, allowWildcard: true) is { } fault)
                yield return new("--link-domain", fault);
    }

    // The empty GUID is what forms are filled with before anybody has an id.
    private static bool IsId(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;
}

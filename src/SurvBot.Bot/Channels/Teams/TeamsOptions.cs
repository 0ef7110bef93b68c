using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Teams;

/// <summary>Which bot of Azure this is, and where its platform is. Section "Teams".</summary>
/// <remarks>Names are kept as they were written, so that a wrong one can be told in one line; <see cref="FindFault"/> tells it.</remarks>
public sealed class TeamsOptions
{
    /// <summary>The Azure Bot's "Microsoft App ID", a GUID. Also MicrosoftAppId.</summary>
    public string? AppId { get; set; }

    /// <summary>A name of <see cref="TeamsAppType"/>; SingleTenant where none is given. Also MicrosoftAppType.</summary>
    public string? AppType { get; set; }

    /// <summary>The directory of the app, a GUID or a domain; MultiTenant needs none. Also MicrosoftAppTenantId.</summary>
    public string? TenantId { get; set; }

    /// <summary>The value of a client secret, for SingleTenant and MultiTenant. Also MicrosoftAppPassword.</summary>
    public string? Password { get; set; }

    /// <summary>The client id of the managed identity that the app trusts, for Federated. Also MicrosoftAppClientId.</summary>
    public string? FederatedClientId { get; set; }

    /// <summary>A name of <see cref="TeamsCloud"/>; Public where none is given.</summary>
    public string? Cloud { get; set; }

    /// <summary>Who issues the platform's tokens, instead of the cloud's own.</summary>
    public string? Issuer { get; set; }

    /// <summary>Where the platform's OpenID metadata is, instead of the cloud's own; https.</summary>
    public string? MetadataUrl { get; set; }

    /// <summary>Where the bot gets its tokens, without the tenant, instead of the cloud's own; https.</summary>
    public string? Login { get; set; }

    /// <summary>What the bot's tokens are for, instead of the cloud's own.</summary>
    public string? Scope { get; set; }

    /// <summary>
    /// Hosts that replies may go to, instead of the cloud's own: "smba.trafficmanager.net" is that host alone, ".teams.microsoft.com" whatever is
    /// below it. They are called by https only, except a host of this machine ("127.0.0.1") that is named here.
    /// </summary>
    public IList<string> AllowedServiceHosts { get; } = [];

    /// <summary>Bytes of an activity; a message has up to 100 KB, and its markup may come with it once more.</summary>
    public int MostActivityBytes { get; set; } = 256 * 1024;

    /// <summary>How long one request to the platform may take.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether this machine may send activities without a token. It has no public setter, so that no setting named "IsDevelopment" opens the door.</summary>
    public bool IsDevelopment { get; internal set; }

    /// <summary>Whether activities are received at all.</summary>
    public bool IsOn => IsDevelopment || HasIdentity;

    /// <summary>Whether anything says which bot this is.</summary>
    internal bool HasIdentity => new[] { AppId, AppType, TenantId, Password, FederatedClientId }.Any(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>Why these settings cannot work, with the fix, in one line; null when they can, or when the channel is off.</summary>
    public string? FindFault() => TeamsSettingsCheck.Of(this).FirstOrDefault(finding => finding.State == FindingState.Broken) is { } broken
        ? $"Teams, {broken.Name}: {broken.Detail}; {broken.Fix}."
        : null;

    /// <summary>Takes from the environment what the settings do not say: the names that Azure and its samples use, and development mode.</summary>
    internal TeamsOptions CompletedFrom(Func<string, string?> variable)
    {
        AppId = Given(AppId) ?? Given(variable("MicrosoftAppId"));
        AppType = Given(AppType) ?? Given(variable("MicrosoftAppType"));
        TenantId = Given(TenantId) ?? Given(variable("MicrosoftAppTenantId"));
        Password = Given(Password) ?? Given(variable("MicrosoftAppPassword"));
        FederatedClientId = Given(FederatedClientId) ?? Given(variable("MicrosoftAppClientId"));
        IsDevelopment = string.Equals(variable("ASPNETCORE_ENVIRONMENT"), "Development", StringComparison.OrdinalIgnoreCase);
        return this;
    }

    /// <summary>Blanks around a pasted value are never part of it.</summary>
    internal static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

using SurvBot.Bot.Operations;

namespace SurvBot.Bot.Channels.Teams;

/// <summary>Finds what cannot work in the settings before Azure says it in its own words.</summary>
internal static class TeamsSettingsCheck
{
    private const string
        AppIdFix = "set MicrosoftAppId (or SurvBot__Teams__AppId) to the Microsoft App ID on the Azure Bot's Configuration page",
        TypeFix = "set MicrosoftAppType (or SurvBot__Teams__AppType) to the Bot Type on the Azure Bot's Configuration page: SingleTenant, UserAssignedMSI, Federated or MultiTenant",
        TenantFix = "set MicrosoftAppTenantId (or SurvBot__Teams__TenantId) to the App Tenant ID on the Azure Bot's Configuration page",
        PasswordFix = "create a client secret for the app registration and set MicrosoftAppPassword (or SurvBot__Teams__Password) to its Value",
        FederatedFix = "set MicrosoftAppClientId (or SurvBot__Teams__FederatedClientId) to the Client ID of the managed identity that the app registration trusts",
        CloudFix = "set SurvBot__Teams__Cloud to Public or UsGovernment, or leave it out";

    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(5);

    /// <summary>What was found, the worst that there is for each setting; nothing where the channel is off.</summary>
    public static IReadOnlyList<Finding> Of(TeamsOptions options)
    {
        if (options.IsDevelopment)
            return [options.HasIdentity ? Broken("development mode", "it lets in this machine without a token and must not be combined with a bot's credentials",
                "unset ASPNETCORE_ENVIRONMENT=Development to serve Teams, or unset the MicrosoftApp… and SurvBot__Teams__… settings to develop") : DevelopmentMode];
        return !options.HasIdentity ? []
            : [AppId(options), Type(options), .. Tenant(options), .. Secret(options), .. FederatedIdentity(options), Cloud(options), .. Addresses(options), .. ServiceHosts(options), .. Limits(options)];
    }

    private static Finding DevelopmentMode { get; } = new("development mode", FindingState.Lacking, "activities of this machine need no token, and replies go to this machine only",
        "none needed to develop; to serve Teams unset ASPNETCORE_ENVIRONMENT and configure the bot");

    private static Finding AppId(TeamsOptions options) =>
        options.AppId is null ? Broken("app id", "it is missing", AppIdFix)
        : !Guid.TryParse(options.AppId, out var id) ? Broken("app id", "it is not a GUID", AppIdFix)
        : id == Guid.Empty ? Broken("app id", "it is all zeros", AppIdFix)
        : string.Equals(options.AppId, options.TenantId, StringComparison.OrdinalIgnoreCase) ? Broken("app id", "it is the tenant's id", AppIdFix)
        : Good("app id", $"{id:D}");

    private static Finding Type(TeamsOptions options) => TypeOf(options) switch
    {
        null => Broken("app type", $"\"{options.AppType}\" is none", TypeFix),
        TeamsAppType.MultiTenant => new("app type", FindingState.Lacking, "MultiTenant: existing bots work, but none can be created since 2025-07-31",
            "create new bots as SingleTenant or UserAssignedMSI"),
        { } type when options.AppType is null => Good("app type", $"{type}, as none is given"),
        { } type => Good("app type", $"{type}"),
    };

    private static IEnumerable<Finding> Tenant(TeamsOptions options)
    {
        var type = TypeOf(options);
        if (type is TeamsAppType.SingleTenant or TeamsAppType.Federated && options.TenantId is null)
            yield return Broken("tenant", $"{type} needs one and it is missing", TenantFix);
        else if (options.TenantId is { } tenant && !IsTenant(tenant))
            yield return Broken("tenant", "it is neither a GUID nor a domain", TenantFix);
        else if (type is TeamsAppType.MultiTenant && options.TenantId is not null)
            yield return new Finding("tenant", FindingState.Lacking, "MultiTenant does not use one", "remove MicrosoftAppTenantId, or set MicrosoftAppType to SingleTenant");
        else if (options.TenantId is not null)
            yield return Good("tenant", options.TenantId);
    }

    private static IEnumerable<Finding> Secret(TeamsOptions options)
    {
        var type = TypeOf(options);
        if (type is TeamsAppType.SingleTenant or TeamsAppType.MultiTenant)
            yield return options.Password is null ? Broken("client secret", $"{type} needs one and it is missing", PasswordFix)
                // Azure shows both side by side, and only the value once.
                : Guid.TryParse(options.Password, out _) ? Broken("client secret", "it is a GUID: the Secret ID instead of the Value", PasswordFix)
                : Good("client secret", "given");
        else if (type is not null && options.Password is not null)
            yield return new Finding("client secret", FindingState.Lacking, $"{type} does not use one", "remove MicrosoftAppPassword and delete the secret in Azure, or set MicrosoftAppType to SingleTenant");
    }

    private static IEnumerable<Finding> FederatedIdentity(TeamsOptions options)
    {
        if (TypeOf(options) is not TeamsAppType.Federated)
            yield break;
        const string name = "managed identity";
        yield return options.FederatedClientId is not { } client ? Broken(name, "Federated needs one and it is missing", FederatedFix)
            : !Guid.TryParse(client, out _) ? Broken(name, "it is not a GUID", FederatedFix)
            : string.Equals(client, options.AppId, StringComparison.OrdinalIgnoreCase) ? Broken(name, "it is the bot's app itself, which is then UserAssignedMSI", $"{FederatedFix}, or set MicrosoftAppType to UserAssignedMSI")
            : Good(name, client);
    }

    private static Finding Cloud(TeamsOptions options) => CloudOf(options) is { } cloud ? Good("cloud", $"{cloud}") : Broken("cloud", $"\"{options.Cloud}\" is none", CloudFix);

    private static IEnumerable<Finding> Addresses(TeamsOptions options)
    {
        var cloud = CloudOf(options) ?? TeamsCloud.Public;
        CloudAddresses own = CloudAddresses.Of(cloud), other = CloudAddresses.Of(cloud == TeamsCloud.Public ? TeamsCloud.UsGovernment : TeamsCloud.Public);
        return new[]
        {
            Address("issuer", nameof(options.Issuer), options.Issuer, own.Issuer, other.Issuer, needsHttps: false),
            Address("metadata", nameof(options.MetadataUrl), options.MetadataUrl, own.MetadataUrl, other.MetadataUrl, needsHttps: true),
            Address("login", nameof(options.Login), options.Login, own.Login, other.Login, needsHttps: true),
            Address("scope", nameof(options.Scope), options.Scope, own.Scope, other.Scope, needsHttps: false),
        }.OfType<Finding>();

        Finding? Address(string name, string setting, string? given, string ours, string theirs, bool needsHttps)
        {
            string fix = $"remove SurvBot__Teams__{setting}: {cloud} has {ours}";
            return TeamsOptions.Given(given) is not { } value || value == ours ? null
                : HostOf(value) is { } host && host == HostOf(theirs) ? Broken(name, $"{value} belongs to the other cloud than {cloud}", $"{fix}, or set SurvBot__Teams__Cloud")
                : needsHttps && !(Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps) ? Broken(name, "it is not an https address", fix)
                : new Finding(name, FindingState.Lacking, $"{value} is not Microsoft's", $"none needed for a test; to serve Teams {fix}");
        }
    }

    private static IEnumerable<Finding> ServiceHosts(TeamsOptions options)
    {
        if (options.AllowedServiceHosts.Count == 0)
            yield break;
        yield return options.AllowedServiceHosts.FirstOrDefault(host => !IsHost(host)) is { } wrong
            ? Broken("service hosts", $"\"{wrong}\" is neither a host nor a dot with a domain", "write hosts such as smba.trafficmanager.net or .teams.microsoft.com, without https:// and path")
            : new Finding("service hosts", FindingState.Lacking, $"replies go to {string.Join(", ", options.AllowedServiceHosts)} only", "none needed for a test; to serve Teams remove SurvBot__Teams__AllowedServiceHosts__…");
    }

    private static IEnumerable<Finding> Limits(TeamsOptions options)
    {
        if (options.MostActivityBytes <= 0)
            yield return Broken("size of an activity", $"{options.MostActivityBytes} bytes hold none", "remove SurvBot__Teams__MostActivityBytes");
        if (options.RequestTimeout <= TimeSpan.Zero || options.RequestTimeout > LongestRequest)
            yield return Broken("time of a request", $"{options.RequestTimeout:c} is not more than nothing and at most {LongestRequest:c}", "remove SurvBot__Teams__RequestTimeout");
    }

    private static string? HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.Host : null;

    // A single label would allow a whole top-level domain.
    private static bool IsHost(string entry) =>
        entry.StartsWith('.') ? entry.IndexOf('.', 1) > 0 && Uri.CheckHostName(entry[1..]) == UriHostNameType.Dns : Uri.CheckHostName(entry) != UriHostNameType.Unknown;

    private static bool IsTenant(string tenant) => Guid.TryParse(tenant, out _) || (tenant.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(tenant) == UriHostNameType.Dns);

    internal static TeamsAppType? TypeOf(TeamsOptions options) => Named(options.AppType, TeamsAppType.SingleTenant);

    internal static TeamsCloud? CloudOf(TeamsOptions options) => Named(TeamsOptions.Given(options.Cloud), TeamsCloud.Public);

    /// <summary>By its name only: Enum.TryParse takes any number, too.</summary>
    private static T? Named<T>(string? name, T whenNotGiven)
        where T : struct, Enum =>
        name is null ? whenNotGiven : Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => string.Equals(value.ToString(), name, StringComparison.OrdinalIgnoreCase));

    private static Finding Good(string name, string detail) => new(name, FindingState.Good, detail);

    private static Finding Broken(string name, string detail, string fix) => new(name, FindingState.Broken, detail, fix);
}

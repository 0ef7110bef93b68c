namespace SurvBot.Bot.Channels.Teams;

/// <summary>What the settings mean, once <see cref="TeamsOptions.FindFault"/> has nothing to say against them.</summary>
/// <param name="AppId">In the form that tokens have it.</param>
/// <param name="Type">How the app proves who it is.</param>
/// <param name="Authority">Where the bot gets its tokens, with the tenant.</param>
/// <param name="Password">For those types that have one.</param>
/// <param name="FederatedClientId">For <see cref="TeamsAppType.Federated"/>.</param>
/// <param name="Cloud">Where the platform is.</param>
/// <param name="IsDevelopment">Whether this machine may do without tokens.</param>
internal sealed record TeamsDeployment(
    string AppId, TeamsAppType Type, string Authority, string? Password, string? FederatedClientId, CloudAddresses Cloud, bool IsDevelopment)
{
    private static readonly string[] OwnHosts = ["localhost", "127.0.0.1", "[::1]"];

    public static TeamsDeployment Of(TeamsOptions options)
    {
        var type = TeamsSettingsCheck.TypeOf(options) ?? default;
        var ours = CloudAddresses.Of(TeamsSettingsCheck.CloudOf(options) ?? default);
        var cloud = ours with
        {
            Issuer = TeamsOptions.Given(options.Issuer) ?? ours.Issuer,
            MetadataUrl = TeamsOptions.Given(options.MetadataUrl) ?? ours.MetadataUrl,
            Login = TeamsOptions.Given(options.Login) ?? ours.Login,
            Scope = TeamsOptions.Given(options.Scope) ?? ours.Scope,
            // Whoever may send without a token must not be able to send replies elsewhere.
            ServiceHosts = options.IsDevelopment ? OwnHosts : options.AllowedServiceHosts.Count > 0 ? [.. options.AllowedServiceHosts] : ours.ServiceHosts,
        };
        string appId = Guid.TryParse(options.AppId, out var id) ? id.ToString("D") : "";
        string tenant = type == TeamsAppType.MultiTenant ? cloud.MultiTenant : options.TenantId ?? "";
        return new TeamsDeployment(appId, type, $"{cloud.Login.TrimEnd('/')}/{tenant}", options.Password, options.FederatedClientId, cloud, options.IsDevelopment);
    }
}

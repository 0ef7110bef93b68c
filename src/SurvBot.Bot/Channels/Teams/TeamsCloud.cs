namespace SurvBot.Bot.Channels.Teams;

/// <summary>Which of Microsoft's clouds the bot is registered in.</summary>
public enum TeamsCloud
{
    Public,
    UsGovernment,
}

/// <summary>Where a cloud's services are, and by which names they go.</summary>
/// <param name="Issuer">Who issues the tokens that the platform sends.</param>
/// <param name="MetadataUrl">The OpenID document that leads to the keys of those tokens.</param>
/// <param name="Login">Where the bot gets its own tokens, without a tenant.</param>
/// <param name="MultiTenant">The tenant that multi-tenant bots get them from.</param>
/// <param name="Scope">What the bot's tokens are for.</param>
/// <param name="AssertionAudience">What a managed identity's token is for that stands in for a secret.</param>
/// <param name="ServiceHosts">Where replies may go, in the words of <see cref="TeamsOptions.AllowedServiceHosts"/>.</param>
/// <remarks>From Microsoft's "Authentication with the Bot Connector API" and the constants of Bot Framework SDK 4.23.1.</remarks>
internal sealed record CloudAddresses(
    string Issuer, string MetadataUrl, string Login, string MultiTenant, string Scope, string AssertionAudience, IReadOnlyList<string> ServiceHosts)
{
    private static readonly CloudAddresses Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com",
        "botframework.com",
        "https://api.botframework.com/.default",
        "api://AzureADTokenExchange",
        ["smba.trafficmanager.net", ".botframework.com", ".teams.microsoft.com"]);

    private static readonly CloudAddresses UsGovernment = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us",
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default",
        "api://AzureADTokenExchangeUSGov",
        [".botframework.us", ".botframework.azure.us", ".teams.microsoft.us"]);

    public static CloudAddresses Of(TeamsCloud cloud) => cloud == TeamsCloud.UsGovernment ? UsGovernment : Public;
}

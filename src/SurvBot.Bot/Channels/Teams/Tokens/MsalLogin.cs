using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace SurvBot.Bot.Channels.Teams.Tokens;

/// <summary>Asks Microsoft's login for tokens, in the way of the app's type.</summary>
internal sealed class MsalLogin
{
    /// <summary>Its name with the factory.</summary>
    public const string HttpName = "teams-login";

    private const string DefaultScope = "/.default";

    private readonly Func<bool, CancellationToken, Task<AuthenticationResult>> acquire;

    public MsalLogin(TeamsDeployment deployment, IHttpClientFactory clients)
    {
        var http = new FactoryClients(clients);
        acquire = deployment.Type == TeamsAppType.UserAssignedMSI
            ? AsManagedIdentity(deployment.AppId, ResourceOf(deployment.Cloud.Scope), http)
            : AsApp(deployment, http);
    }

    /// <summary>A token, out of MSAL's memory where there is one and it is not to be fetched anew.</summary>
    public async Task<string> AcquireAsync(bool anew, CancellationToken cancellationToken) => (await acquire(anew, cancellationToken)).AccessToken;

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> AsApp(TeamsDeployment deployment, FactoryClients http)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(deployment.AppId)
            .WithAuthority(deployment.Authority, validateAuthority: false)
            // The settings say where the login is: there is nothing to discover, and no other host to ask.
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(http);
        if (deployment.Type == TeamsAppType.Federated)
        {
            var identity = AsManagedIdentity(deployment.FederatedClientId!, deployment.Cloud.AssertionAudience, http);
            builder.WithClientAssertion(async (AssertionRequestOptions asked) => (await identity(false, asked.CancellationToken)).AccessToken);
        }
        else
            builder.WithClientSecret(deployment.Password);
        var app = builder.Build();
        return (anew, cancellationToken) => app.AcquireTokenForClient([deployment.Cloud.Scope]).WithForceRefresh(anew).ExecuteAsync(cancellationToken);
    }

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> AsManagedIdentity(string clientId, string resource, FactoryClients http)
    {
        var identity = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(clientId)).WithHttpClientFactory(http).Build();
        return (anew, cancellationToken) => identity.AcquireTokenForManagedIdentity(resource).WithForceRefresh(anew).ExecuteAsync(cancellationToken);
    }

    /// <summary>Managed identities are asked for the resource that a scope belongs to.</summary>
    private static string ResourceOf(string scope) => scope.EndsWith(DefaultScope, StringComparison.Ordinal) ? scope[..^DefaultScope.Length] : scope;

    private sealed class FactoryClients(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(HttpName);
    }
}

using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SurvBot.Bot.Channels.Teams.Authentication;

/// <summary>Reads the platform's keys from where its OpenID metadata leads.</summary>
internal sealed class KeyMetadataClient(TeamsDeployment deployment, IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>Its name with the factory.</summary>
    public const string HttpName = "teams-keys";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <exception cref="MetadataUnreachableException">There is no answer, or one that holds no keys.</exception>
    public async Task<PublishedKeys> ReadAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, clock);
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var askedAt = clock.GetUtcNow();
            var documents = new HttpDocumentRetriever(clients.CreateClient(HttpName)) { RequireHttps = true };
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(deployment.Cloud.MetadataUrl, documents, inTime.Token);
            return new PublishedKeys(askedAt, metadata.Issuer ?? "", metadata.JsonWebKeySet?.Keys ?? throw new MetadataUnreachableException("the metadata names no keys"));
        }
        catch (Exception fault) when (fault is not MetadataUnreachableException && !cancellationToken.IsCancellationRequested)
        {
            throw new MetadataUnreachableException(deadline.IsCancellationRequested ? $"no answer within {Patience.TotalSeconds:0} seconds" : $"{fault.GetType().Name}: {fault.GetBaseException().Message}", fault);
        }
    }
}

/// <summary>The platform's keys cannot be had at the moment.</summary>
internal sealed class MetadataUnreachableException(string message, Exception? inner = null) : Exception(message, inner);

using System.Text.Json;
using SurvBot.Bot.Channels.Slack.Api;

namespace SurvBot.Bot.Channels.Slack.Installations;

/// <summary>Gets tokens from Slack for what people allowed: "oauth.v2.access" of Slack's documentation.</summary>
/// <remarks>Members throw as those of <see cref="ISlackApi"/> do.</remarks>
internal sealed class SlackOAuthClient(SlackOptions options, IHttpClientFactory clients, TimeProvider clock)
{
    private const string Method = "oauth.v2.access";

    /// <summary>What a workspace's consent is worth; a code is good for once and ten minutes.</summary>
    public async Task<StoredInstallation> RedeemAsync(string code, CancellationToken cancellationToken) =>
        StoredInstallation.Read(await CallAsync([("code", code)], cancellationToken), clock.GetUtcNow()) ?? throw Incomplete();

    /// <summary>The same installation with its next token.</summary>
    public async Task<StoredInstallation> RenewAsync(StoredInstallation installation, CancellationToken cancellationToken) =>
        installation.Renewed(await CallAsync([("grant_type", "refresh_token"), ("refresh_token", installation.RefreshToken!)], cancellationToken), clock.GetUtcNow()) ?? throw Incomplete();

    private async Task<JsonElement> CallAsync((string Name, string Value)[] fields, CancellationToken cancellationToken)
    {
        using var content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("client_id", options.ClientId!), new("client_secret", options.ClientSecret!)]);
        try
        {
            using var response = await clients.CreateClient(SlackApiClient.HttpName).PostAsync(new Uri(options.Api, Method), content, cancellationToken);
            return SlackAnswer.Read(response.StatusCode, response.Headers.RetryAfter?.Delta, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SlackUnavailableException($"Slack cannot be reached: {fault.GetBaseException().Message}", fault);
        }
    }

    private static SlackUnavailableException Incomplete() => new("Slack's answer to the installation lacks a token or a workspace.");
}

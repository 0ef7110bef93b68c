using System.Net.Http.Headers;
using System.Text.Json;
using SurvBot.Bot.Manifests;

namespace SurvBot.Bot.Channels.Slack.Health;

/// <summary>Asks Slack whose a token is. The answer's headers tell what the token may do, and what time it is there.</summary>
internal sealed class SlackIdentityClient(IHttpClientFactory clients)
{
    /// <summary>Its name with the factory.</summary>
    public const string HttpName = "slack-identity";

    // On every answer of the Web API; @slack/web-api gives it as response_metadata.scopes.
    private const string ScopesHeader = "x-oauth-scopes";

    /// <exception cref="SlackSaysNothingException">Slack does not know the token, or does not answer.</exception>
    public async Task<SlackIdentity> AskAsync(Uri api, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, "auth.test"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await clients.CreateClient(HttpName).SendAsync(request, cancellationToken);
            return Read(response, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
        }
        catch (JsonException)
        {
            throw new SlackSaysNothingException("what answers there is not Slack");
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SlackSaysNothingException(fault is OperationCanceledException ? "no answer in time" : fault.GetBaseException().Message.TrimEnd('.'));
        }
    }

    private static SlackIdentity Read(HttpResponseMessage response, JsonElement said) =>
        said.Member("ok") is { ValueKind: JsonValueKind.True }
            ? new SlackIdentity($"{said.Text("user")} in {said.Text("team")} ({said.Text("team_id")})", response.Headers.TryGetValues(ScopesHeader, out var scopes) ? string.Join(',', scopes) : null, response.Headers.Date)
            : throw new SlackSaysNothingException(said.Text("error") ?? $"status {(int)response.StatusCode}");
}

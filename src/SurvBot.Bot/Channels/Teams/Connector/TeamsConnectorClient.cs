using System.Net;
using System.Net.Http.Headers;
using SurvBot.Bot.Channels.Teams.Activities;
using SurvBot.Bot.Channels.Teams.Tokens;

namespace SurvBot.Bot.Channels.Teams.Connector;

/// <summary>The Bot Connector's HTTP API, v3.</summary>
internal sealed class TeamsConnectorClient(ServiceUrls urls, IConnectorTokens tokens, ConversationPace pace, IHttpClientFactory clients, TimeProvider clock) : ITeamsConnector
{
    /// <summary>Its name with the factory.</summary>
    public const string HttpName = "teams-connector";

    public Task<string?> SendAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) =>
        RequestAsync(HttpMethod.Post, urls.ActivitiesAt(serviceUrl, conversationId), conversationId, activity, cancellationToken);

    public Task<string?> ReplyAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        RequestAsync(HttpMethod.Post, urls.ActivitiesAt(serviceUrl, conversationId, activityId), conversationId, activity, cancellationToken);

    public Task UpdateAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        RequestAsync(HttpMethod.Put, urls.ActivitiesAt(serviceUrl, conversationId, activityId), conversationId, activity, cancellationToken);

    public Task DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        RequestAsync(HttpMethod.Delete, urls.ActivitiesAt(serviceUrl, conversationId, activityId), conversationId, null, cancellationToken);

    private async Task<string?> RequestAsync(HttpMethod method, Uri url, string conversationId, Activity? activity, CancellationToken cancellationToken)
    {
        byte[]? body = activity is null ? null : ActivityJson.Write(activity);
        string? token = await tokens.GetAsync(cancellationToken);
        bool isRenewed = false;
        for (int failures = 0; ; failures++)
        {
            await pace.WaitAsync(conversationId, cancellationToken);
            using var response = await AttemptAsync(method, url, body, token, cancellationToken);
            var answer = PlatformAnswer.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if (response.IsSuccessStatusCode && answer.Code is null)
                return answer.Id;
            var retryAfter = RetryAfter(response);
            if (response.StatusCode == HttpStatusCode.Unauthorized && token is not null && !isRenewed)
            {
                token = await tokens.RenewAsync(token, cancellationToken);
                isRenewed = true;
            }
            else if (ConnectorPause.Before(response.StatusCode, retryAfter, failures, IsRepeatable(method, activity)) is { } rest)
                await Task.Delay(rest, clock, cancellationToken);
            else
                throw ConnectorFaults.Of(response.StatusCode, answer, retryAfter);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpMethod method, Uri url, byte[]? body, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        try
        {
            return await clients.CreateClient(HttpName).SendAsync(request, cancellationToken);
        }
        // What was sent may have arrived: sending it again here could show it twice, and the outbox can ask.
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new TeamsUnavailableException(fault is OperationCanceledException ? "Teams did not answer in time." : $"Teams cannot be reached: {fault.GetBaseException().Message}", null, fault);
        }
    }

    // Only a message of its own would stand there twice: an update puts the same in the same place, and a stream ends once.
    private static bool IsRepeatable(HttpMethod method, Activity? activity) =>
        method != HttpMethod.Post || activity?.Type != "message" || activity.Entities.Any(entity => entity.TryGetProperty("type", out var type) && type.ValueEquals("streaminfo"));

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var pause = asked?.Delta ?? (asked?.Date is { } date ? date - clock.GetUtcNow() : null);
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }
}

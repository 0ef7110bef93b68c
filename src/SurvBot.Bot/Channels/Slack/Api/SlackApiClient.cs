using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using SurvBot.Bot.Delivery;

namespace SurvBot.Bot.Channels.Slack.Api;

/// <summary>Slack's Web API over HTTP.</summary>
internal sealed class SlackApiClient(SlackOptions options, ResponseUrls responses, SlackPace pace, IHttpClientFactory clients, TimeProvider clock) : ISlackApi
{
    /// <summary>Its name with the factory.</summary>
    public const string HttpName = "slack-api";

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <inheritdoc />
    public async Task<JsonElement> CallAsync(SlackMethod method, string token, JsonObject arguments, CancellationToken cancellationToken)
    {
        pace.Take(method, token);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Api, method.Name)) { Content = method.TakesJson ? Written(arguments) : Form(arguments) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await SendAsync(request, cancellationToken);
            return SlackAnswer.Read(response.StatusCode, RetryAfter(response), await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (ChannelBusyException busy)
        {
            pace.Pause(method, token, busy.RetryAfter);
            throw;
        }
    }

    /// <inheritdoc />
    public async Task RespondAsync(string responseUrl, JsonObject message, CancellationToken cancellationToken)
    {
        if (responses.Allowed(responseUrl) is not { } url)
            throw new SlackRefusedException("response_url_not_allowed", "answers go to https://hooks.slack.com only");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Written(message) };
        using var response = await SendAsync(request, cancellationToken);
        if (response.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
            throw new ChannelBusyException("Slack wants fewer answers.", RetryAfter(response) ?? SlackAnswer.UsualPause);
        if ((int)response.StatusCode >= StatusCodes.Status500InternalServerError)
            throw new SlackUnavailableException($"Slack failed with {(int)response.StatusCode}.");
        // It answers "ok" in plain text, or in words why not: used up, or older than half an hour.
        if (!response.IsSuccessStatusCode)
            throw new SlackRefusedException("response_url_refused", $"{(int)response.StatusCode}");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await clients.CreateClient(HttpName).SendAsync(request, cancellationToken);
        }
        // What was sent may have arrived: sending it again here could show it twice.
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SlackUnavailableException(fault is OperationCanceledException ? "Slack did not answer in time." : $"Slack cannot be reached: {fault.GetBaseException().Message}", fault);
        }
    }

    private static ByteArrayContent Written(JsonObject json) => new(JsonSerializer.SerializeToUtf8Bytes(json)) { Headers = { ContentType = Json } };

    private static FormUrlEncodedContent Form(JsonObject arguments) => new(arguments.Select(argument => KeyValuePair.Create(argument.Key, argument.Value?.ToString() ?? "")));

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var pause = asked?.Delta ?? (asked?.Date is { } date ? date - clock.GetUtcNow() : null);
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }
}

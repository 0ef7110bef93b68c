using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SurvBot.Acceptance.Slack.StandIn;

/// <summary>Requests as Slack signs them.</summary>
internal static class SlackSigned
{
    public const string Secret = "8f742231b10e8888abcd99eeefff85a5", Token = "xoxb-000000001-survbot";

    /// <summary>What leads a bot to a stand-in, and answers as many questions as tests ask.</summary>
    public static IReadOnlyDictionary<string, string> Settings(string api) => new Dictionary<string, string>
    {
        ["SLACK_API_URL"] = api,
        ["SLACK_BOT_TOKEN"] = Token,
        ["SLACK_SIGNING_SECRET"] = Secret,
        ["SurvBot__Delivery__UserPerMinute"] = "1000000",
        ["SurvBot__Delivery__WorkspacePerMinute"] = "1000000",
        ["SurvBot__Delivery__Sending"] = "16",
        ["SurvBot__Delivery__FirstPause"] = "00:00:00.2",
    };

    /// <param name="url">The program's address, with a slash at the end.</param>
    /// <param name="word">What happened.</param>
    /// <param name="retry">How often it was tried before.</param>
    public static HttpRequestMessage Event(string url, SlackWord word, int retry = 0)
    {
        var request = Signed($"{url}slack/events", new StringContent(word.Body, Encoding.UTF8, "application/json"), word.Body);
        if (retry > 0)
        {
            request.Headers.Add("x-slack-retry-num", retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("x-slack-retry-reason", "http_timeout");
        }
        return request;
    }

    public static HttpRequestMessage Form(string url, params (string Name, string Value)[] fields)
    {
        string body = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        return Signed(url, new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"), body);
    }

    private static HttpRequestMessage Signed(string url, HttpContent content, string body)
    {
        string now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url)) { Content = content };
        request.Headers.Add("X-Slack-Request-Timestamp", now);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{now}:{body}")))}");
        return request;
    }
}

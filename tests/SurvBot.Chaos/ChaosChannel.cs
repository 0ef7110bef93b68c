using System.Net;
using System.Text.Json;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Delivery;
using SurvBot.Bot.Replies;

namespace SurvBot.Chaos;

/// <summary>Talks to a chat platform that has no idempotency key, as Slack has none, but can be asked which post carries an id.</summary>
internal sealed class ChaosChannel(IHttpClientFactory clients, ChaosOptions options, TimeProvider clock) : IChannel
{
    public const string ChannelName = "chaos";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public string Name => ChannelName;

    public async Task<string?> BeginAsync(Address to, string replyId, CancellationToken cancellationToken)
    {
        await Task.Delay(options.Thinking, clock, cancellationToken);
        return options.Placeholder ? await SendAsync(HttpMethod.Post, "posts", new ChaosPost(replyId, to.Room, null), cancellationToken) : null;
    }

    public Task<bool> ShowAsync(Address to, string? post, Reply partial, CancellationToken cancellationToken) => Task.FromResult(true);

    public async Task<string?> FindAsync(Address to, string replyId, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(ChannelName);
        using var found = await http.GetAsync($"posts?id={replyId}", cancellationToken);
        return found.StatusCode == HttpStatusCode.NotFound ? null : await NameAsync(found, cancellationToken);
    }

    // The platform does not mind how a reply looks: it gets the blocks as they are.
    public Task<string> DeliverAsync(Address to, string? post, Reply reply, bool mayStand, CancellationToken cancellationToken) => SendAsync(
        post is null ? HttpMethod.Post : HttpMethod.Put, post is null ? "posts" : $"posts/{post}",
        new ChaosPost(reply.Id, to.Room, JsonSerializer.Serialize(reply, ReplyJson.Options)), cancellationToken);

    private async Task<string> SendAsync(HttpMethod method, string path, ChaosPost post, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(ChannelName);
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(post) };
        using var response = await http.SendAsync(request, cancellationToken);
        return await NameAsync(response, cancellationToken);
    }

    private static async Task<string> NameAsync(HttpResponseMessage response, CancellationToken cancellationToken) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => throw new ChannelBusyException("The platform is busy.", Patience),
        HttpStatusCode.Gone => throw new ChannelRefusedException("The room is gone."),
        _ => await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken),
    };
}

/// <summary>What the platform is sent.</summary>
/// <param name="Id">The reply that the post carries.</param>
/// <param name="Room">Where it belongs.</param>
/// <param name="Text">The reply; null says that it is on its way.</param>
public sealed record ChaosPost(string Id, string Room, string? Text);

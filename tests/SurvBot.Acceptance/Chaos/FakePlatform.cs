using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SurvBot.Chaos;

namespace SurvBot.Acceptance.Chaos;

/// <summary>A chat platform that keeps what it is sent, refuses some of it for the moment, and answers only a while after it did what it was asked.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private const double BusyShare = 0.02;

    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakePost>> posts = new();
    private readonly ConcurrentDictionary<string, FakePost> byName = new();
    private readonly WebApplication app;
    private int names;

    private FakePlatform(WebApplication app)
    {
        this.app = app;
        app.MapPost("/posts", PostAsync);
        app.MapPut("/posts/{name}", UpdateAsync);
        app.MapGet("/posts", Find);
    }

    public string Url => app.Urls.First();

    /// <summary>The most between what was done and the answer. A program that dies in between has posted and does not know it.</summary>
    public TimeSpan Afterthought { get; set; } = TimeSpan.FromMilliseconds(10);

    public static async Task<FakePlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var platform = new FakePlatform(builder.Build());
        await platform.app.StartAsync();
        return platform;
    }

    /// <summary>What stands on the platform with this reply's id.</summary>
    public IReadOnlyCollection<FakePost> PostsOf(string replyId) => posts.GetValueOrDefault(replyId) ?? [];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> PostAsync(ChaosPost sent)
    {
        if (IsBusy())
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        var post = new FakePost($"p{Interlocked.Increment(ref names)}") { Text = sent.Text };
        byName[post.Name] = post;
        posts.GetOrAdd(sent.Id, _ => []).Enqueue(post);
        await AfterthoughtAsync();
        return Results.Text(post.Name);
    }

    private async Task<IResult> UpdateAsync(string name, ChaosPost sent)
    {
        if (IsBusy())
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (!byName.TryGetValue(name, out var post))
            return Results.StatusCode(StatusCodes.Status410Gone);
        post.Text = sent.Text;
        await AfterthoughtAsync();
        return Results.Text(name);
    }

    private IResult Find(string id) => posts.TryGetValue(id, out var found) ? Results.Text(found.First().Name) : Results.NotFound();

    private static bool IsBusy() => Random.Shared.NextDouble() < BusyShare;

    private Task AfterthoughtAsync() => Task.Delay(Afterthought * Random.Shared.NextDouble());
}

/// <summary>One post on the platform.</summary>
internal sealed class FakePost(string name)
{
    private volatile string? text;

    public string Name => name;

    /// <summary>The reply; null while only a placeholder stands there.</summary>
    public string? Text { get => text; set => text = value; }
}

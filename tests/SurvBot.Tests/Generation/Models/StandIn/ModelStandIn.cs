using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SurvBot.Tests.Generation.Models.StandIn;

/// <summary>A language model's server on this machine: Azure OpenAI's addresses and those of whatever is compatible with OpenAI. It says what a test has it say and breaks as a test wants.</summary>
internal sealed class ModelStandIn : IAsyncDisposable
{
    private const int MostInputs = 2048, MostInputCharacters = 8191;

    public const string Key = "canary-key-0123456789", Token = "canary-entra-token";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ModelRequest> requests = [];
    private readonly ConcurrentQueue<ModelTrouble> plan = [];
    private readonly ConcurrentQueue<EmbeddingTrouble> embeddingPlan = [];
    private Func<ModelRequest, string> reply = _ => "All is well.";

    private ModelStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/openai/deployments/{name}/chat/completions", context => AdmittedAsync(context, ChatAsync));
        app.MapPost("/openai/deployments/{name}/embeddings", context => AdmittedAsync(context, EmbedAsync));
        app.MapPost("/v1/chat/completions", context => AdmittedAsync(context, ChatAsync));
        app.MapPost("/v1/embeddings", context => AdmittedAsync(context, EmbedAsync));
        app.MapGet("/v1/models", () => Results.Json(new { @object = "list", data = new[] { new { id = "stand-in", @object = "model", created = 1739732755, owned_by = "stand-in" } } }));
    }

    public static async Task<ModelStandIn> StartAsync()
    {
        var standIn = new ModelStandIn();
        await standIn.app.StartAsync();
        return standIn;
    }

    /// <summary>Of the whole server, without a slash at the end: Azure's endpoint; OpenAI's has "/v1" behind it.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>All that were admitted, in their order.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    /// <summary>How often somebody came without the key or token.</summary>
    public int Strangers { get; private set; }

    /// <summary>What it says from now on.</summary>
    public void Reply(Func<ModelRequest, string> text) => reply = text;

    /// <summary>How it answers the next requests, one each; all is well again after them.</summary>
    public void Next(params IEnumerable<ModelTrouble> troubles)
    {
        foreach (var trouble in troubles)
            plan.Enqueue(trouble);
    }

    /// <summary>How it embeds for the next requests, one each; all is well again after them.</summary>
    public void NextEmbeddings(params IEnumerable<EmbeddingTrouble> troubles)
    {
        foreach (var trouble in troubles)
            embeddingPlan.Enqueue(trouble);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task AdmittedAsync(HttpContext context, Func<HttpContext, ModelRequest, Task> answer)
    {
        bool isAzure = context.Request.Path.StartsWithSegments("/openai");
        if (isAzure && !context.Request.Query.ContainsKey("api-version"))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (context.Request.Headers["api-key"] != Key && context.Request.Headers.Authorization != $"Bearer {(isAzure ? Token : Key)}")
        {
            Strangers++;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsJsonAsync(new { error = new { code = "401", message = "Access denied due to invalid subscription key or wrong API endpoint." } });
            return;
        }
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var request = new ModelRequest(context.Request.Path + context.Request.QueryString, body.RootElement.Clone());
        requests.Enqueue(request);
        try
        {
            await answer(context, request);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever waited is gone.
        }
    }

    private Task ChatAsync(HttpContext context, ModelRequest request) =>
        (plan.TryDequeue(out var trouble) ? trouble : ModelTroubles.None)(new ModelExchange(context, request, reply(request)));

    private Task EmbedAsync(HttpContext context, ModelRequest request)
    {
        var input = request.Body.GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.String ? [input.GetString()!] : [.. input.EnumerateArray().Select(text => text.GetString()!)];
        if (texts.Length > MostInputs || texts.Any(text => text.Length is 0 or > MostInputCharacters))
            return new ModelExchange(context, request, "").RefuseAsync(400, """{"error":{"message":"This model's maximum context length is 8192 tokens.","type":"invalid_request_error","param":"input","code":null}}""");
        return (embeddingPlan.TryDequeue(out var trouble) ? trouble : EmbeddingTroubles.None)(new EmbeddingExchange(context, request, texts));
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using SurvBot.Answers;
using SurvBot.Bot.Channels.Mcp;
using SurvBot.Bot.Conversations;
using SurvBot.Bot.Receipts;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Retrieval;
using SurvBot.Tests.Retrieval;
using SurvBot.Tests.Support;

namespace SurvBot.Tests.Channels.Mcp;

/// <summary>The endpoint by itself on a free port, over a small corpus of its own.</summary>
internal sealed class ServedTools : IAsyncDisposable
{
    public const string Key = "0123456789abcdef-ada";

    private readonly TemporaryCorpus corpus = new();
    private readonly TemporaryChats chats = new();
    private readonly WebApplication app;

    private ServedTools(McpOptions options, Func<CancellationToken, Task> meanwhile, string? environment)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(corpus.Clock);
        builder.Services.AddConversations(chats.Folder, new ConversationOptions());
        builder.Services.AddSingleton(new Retriever(new PassageIndex(corpus.Store, EmbeddingModels.None), new LateStore(corpus.Store, meanwhile, everyTime: true), EmbeddingModels.None, new RetrievalOptions()));
        builder.Services.AddSingleton<ArticleSearch>();
        builder.Services.AddAnswers();
        builder.Services.AddHttpClient();
        builder.Services.AddMcpChannel(options, name => name == "ASPNETCORE_ENVIRONMENT" ? environment : null);
        app = builder.Build();
        app.MapMcpChannel();
    }

    public Uri Url => new($"{app.Urls.Single()}/mcp");

    /// <summary>What is kept of the answers.</summary>
    public ReceiptStore Receipts => chats.Receipts;

    public HttpClient Http => app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();

    /// <summary>Served with one key; every search first does what <paramref name="meanwhile"/> says.</summary>
    public static Task<ServedTools> StartAsync(Func<CancellationToken, Task>? meanwhile = null) => StartAsync(new McpOptions { Keys = { ["ada"] = Key } }, meanwhile);

    public static async Task<ServedTools> StartAsync(McpOptions options, Func<CancellationToken, Task>? meanwhile = null, string? environment = null)
    {
        var served = new ServedTools(options, meanwhile ?? (_ => Task.CompletedTask), environment);
        await served.corpus.IngestAsync(null, Newsroom.Draft("ban", "Leeds banned cameras in March 2019. The cameras were sold.", "2019-03-20", "CNN"));
        await served.app.StartAsync(TestContext.Current.CancellationToken);
        return served;
    }

    /// <summary>An agent with this key.</summary>
    public async Task<McpClient> ConnectAsync(string? key = Key)
    {
        var options = new HttpClientTransportOptions { Endpoint = Url, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = key is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" } };
        return await McpClient.CreateAsync(new HttpClientTransport(options), cancellationToken: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        corpus.Dispose();
        await chats.DisposeAsync();
    }
}

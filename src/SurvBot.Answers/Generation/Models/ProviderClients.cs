using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace SurvBot.Answers.Generation.Models;

/// <summary>The providers' own clients, without their retries: the pipeline knows how much time there is.</summary>
/// <remarks>Azure.AI.OpenAI 2.1.0 works with OpenAI 2.14.0 through AsIChatClient only: docs/decisions/0004.</remarks>
internal static class ProviderClients
{
    // Servers of one's own look at no key, but the client wants one.
    private const string NoKey = "none";

    public static IChatClient OpenAI(ModelOptions options, HttpClient http) =>
        new ChatClient(options.Name!, new ApiKeyCredential(options.ApiKey ?? NoKey), Over(http, new OpenAIClientOptions { Endpoint = new Uri(options.Endpoint!) })).AsIChatClient();

    public static IChatClient Azure(ModelOptions options, AzureOpenAIClient client) => client.GetChatClient(options.Name!).AsIChatClient();

    public static IEmbeddingGenerator<string, Embedding<float>> OpenAIEmbeddings(ModelOptions options, HttpClient http, int? dimensions) =>
        new EmbeddingClient(options.Name!, new ApiKeyCredential(options.ApiKey ?? NoKey), Over(http, new OpenAIClientOptions { Endpoint = new Uri(options.Endpoint!) })).AsIEmbeddingGenerator(dimensions);

    public static IEmbeddingGenerator<string, Embedding<float>> Embeddings(ModelOptions options, AzureOpenAIClient client, int? dimensions) => client.GetEmbeddingClient(options.Name!).AsIEmbeddingGenerator(dimensions);

    public static AzureOpenAIClient AzureWithKey(ModelOptions options, HttpClient http) => new(new Uri(options.Endpoint!), new ApiKeyCredential(options.ApiKey!), Over(http, new AzureOpenAIClientOptions()));

    public static T Over<T>(HttpClient http, T options)
        where T : ClientPipelineOptions
    {
        options.Transport = new HttpClientPipelineTransport(http);
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = Timeout.InfiniteTimeSpan;
        return options;
    }
}

using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using SurvBot.Answers.Generation.Embeddings;
using SurvBot.Answers.Generation.Models;
using SurvBot.Answers.Generation.Questions;
using SurvBot.Answers.Generation.Translation;
using SurvBot.Answers.Generation.Usage;
using SurvBot.Answers.Generation.Writing;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers;

/// <summary>Wires the language model and the configured embedding model: the only place that knows their credentials.</summary>
public static class ModelServices
{
    /// <summary>Of the model's traces and metrics.</summary>
    public const string TelemetryName = ModelPipeline.TelemetryName;

    private const string HttpName = "language model", EmbeddingHttpName = "embedding model";

    /// <summary>
    /// Adds an <see cref="IChatClient"/> where <paramref name="options"/> name a model and can work; there is none otherwise, and answers are quotes.
    /// With it comes an <see cref="IUsageLedger"/> for as long as the process lives, which a later registration replaces.
    /// <paramref name="variable"/> reads the environment for the names that Azure and OpenAI use. Nothing is built before it is needed.
    /// </summary>
    public static IServiceCollection AddModel(this IServiceCollection services, ModelOptions options, Func<string, string?> variable)
    {
        services.AddSingleton(options.CompletedFrom(variable));
        if (!options.IsOn || options.FindFault() is not null)
            return services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IUsageLedger, PassingLedger>();
        services.AddSingleton(provider => new ModelWriter(KernelOf(provider)));
        services.AddSingleton(provider => new ModelReader(KernelOf(provider), provider.GetRequiredService<IUsageLedger>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ModelReader>>()));
        services.AddSingleton(provider => new AnswerTranslator(KernelOf(provider), provider.GetRequiredService<IUsageLedger>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<AnswerTranslator>>()));
        services.AddSingleton<DraftCache>();
        services.AddSingleton<AnswerWriter>();
        services.AddClient(HttpName, options);
        services.AddSingleton(provider => ModelPipeline.Around(Provider(options, provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpName), provider), options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        return services;
    }

    /// <summary>
    /// Adds the embedding model that <paramref name="options"/> name, under <see cref="EmbeddingUse"/>, where it can work; there is none otherwise, and the built-in
    /// one finds. <paramref name="variable"/> reads the environment. Nothing is built before it is needed.
    /// </summary>
    public static IServiceCollection AddEmbeddingModel(this IServiceCollection services, EmbeddingProviderOptions options, Func<string, string?> variable)
    {
        services.AddSingleton(options.CompletedFrom(variable));
        if (!options.IsOn || options.FindFault() is not null)
            return services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddClient(EmbeddingHttpName, options.Server);
        services.AddSingleton(provider => EmbeddingPipelines.Around(EmbeddingProvider(options, provider), options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddKeyedSingleton(EmbeddingUse.Passages, (provider, _) => provider.GetRequiredService<EmbeddingPipelines>().Passages);
        services.AddKeyedSingleton(EmbeddingUse.Questions, (provider, _) => provider.GetRequiredService<EmbeddingPipelines>().Questions);
        return services;
    }

    /// <summary>Asks the model one tiny question.</summary>
    /// <exception cref="ModelUnavailableException">It does not answer.</exception>
    public static async Task TryModelAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<IChatClient>().GetResponseAsync("Say OK.", cancellationToken: cancellationToken);
        }
        catch (ModelUnavailableException fault) when (fault.Fault == ModelFault.TooLong)
        {
            // It answers, if at length.
        }
    }

    /// <summary>With the model and nothing that it could call.</summary>
    private static Kernel KernelOf(IServiceProvider services) => new(new ServiceCollection().AddSingleton(services.GetRequiredService<IChatClient>()).BuildServiceProvider());

    private static void AddClient(this IServiceCollection services, string name, ModelOptions options) => services.AddHttpClient(name)
        // They would write down every address.
        .RemoveAllLoggers()
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        // A redirect would carry the key elsewhere.
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = options.ConnectTimeout, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        .AddHttpMessageHandler(() => new ResponseLimits(options));

    private static IChatClient Provider(ModelOptions options, HttpClient http, IServiceProvider services) =>
        options.IsAzure ? ProviderClients.Azure(options, AzureClient(options, http, services)) : ProviderClients.OpenAI(options, http);

    private static IEmbeddingGenerator<string, Embedding<float>> EmbeddingProvider(EmbeddingProviderOptions options, IServiceProvider services)
    {
        var server = options.Server;
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(EmbeddingHttpName);
        return server.IsAzure ? ProviderClients.Embeddings(server, AzureClient(server, http, services), options.Dimensions) : ProviderClients.OpenAIEmbeddings(server, http, options.Dimensions);
    }

    private static AzureOpenAIClient AzureClient(ModelOptions options, HttpClient http, IServiceProvider services) => options.ApiKey is not null
        ? ProviderClients.AzureWithKey(options, http)
        : new AzureOpenAIClient(new Uri(options.Endpoint!), new TellingCredential(services.GetService<TokenCredential>() ?? Identity(options)), ProviderClients.Over(http, new AzureOpenAIClientOptions()));

    /// <summary>In Azure the managed identity, on a developer's machine whoever is signed in to the Azure CLI.</summary>
    private static DefaultAzureCredential Identity(ModelOptions options) => new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ManagedIdentityClientId });

    /// <summary>Tells the lack of an identity as what it is for the caller.</summary>
    private sealed class TellingCredential(TokenCredential inner) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            try
            {
                return inner.GetToken(requestContext, cancellationToken);
            }
            catch (AuthenticationFailedException fault)
            {
                throw Told(fault);
            }
        }

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            try
            {
                return await inner.GetTokenAsync(requestContext, cancellationToken);
            }
            catch (AuthenticationFailedException fault)
            {
                throw Told(fault);
            }
        }

        private static ModelUnavailableException Told(AuthenticationFailedException fault) => new(ModelFault.Refused, "Entra ID gives SurvBot no token for the language model.", fault);
    }
}

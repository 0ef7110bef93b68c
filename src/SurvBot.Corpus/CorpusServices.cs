using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Feeds.Following;
using SurvBot.Corpus.Fetching;
using SurvBot.Corpus.Index;
using SurvBot.Corpus.Ingestion;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Starter;
using SurvBot.Corpus.Store;

namespace SurvBot.Corpus;

/// <summary>Wires the corpus: the only place here that sees the container.</summary>
public static class CorpusServices
{
    /// <summary>
    /// Adds the store, the index, retrieval and ingestion over one data folder. Pass the built-in model that was found;
    /// null leaves the corpus with keywords only, or with the model that the settings name.
    /// </summary>
    public static IServiceCollection AddCorpus(this IServiceCollection services, CorpusOptions options, EmbeddingModelLocation.Found? model)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<ICorpusStore>(provider =>
        {
            CreateFolder(options.DataDirectory);
            return new SqliteCorpusStore(options.StorePath, provider.GetRequiredService<TimeProvider>());
        });
        if (model is not null)
            services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(_ => new MiniLmEmbeddingGenerator(model));
        services.AddSingleton(provider => Models(options.Embedding, provider));
        services.AddSingleton<PassageIndex>();
        services.AddSingleton(provider => new Retriever(
            provider.GetRequiredService<PassageIndex>(), provider.GetRequiredService<ICorpusStore>(), provider.GetRequiredService<EmbeddingModels>(), options.Retrieval));
        services.AddSingleton<ArticleSearch>();
        services.AddSingleton<IngestionPipeline>();
        services.AddSingleton(provider => new Fetcher(options.Fetching, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ArticleFetcher>();
        services.AddSingleton<Reembedder>();
        services.AddSingleton<StarterCorpus>();
        services.AddSingleton<IFeedStore>(provider =>
        {
            provider.GetRequiredService<ICorpusStore>(); // brings the file to its schema
            return new SqliteFeedStore(options.StorePath);
        });
        services.AddSingleton<Func<FetchRequest, CancellationToken, Task<FetchOutcome>>>(provider => provider.GetRequiredService<Fetcher>().FetchAsync);
        services.AddSingleton<FeedPoller>();
        services.AddSingleton<FeedRun>();
        services.AddSingleton<ArticleCollector>();
        return services;
    }

    /// <summary>A configured model stands in the container under <see cref="EmbeddingUse"/>; the built-in one without a key, since words are compared by it in any case.</summary>
    private static EmbeddingModels Models(EmbeddingOptions options, IServiceProvider provider)
    {
        if (string.Equals(options.Provider?.Trim(), EmbeddingOptions.None, StringComparison.OrdinalIgnoreCase))
            return EmbeddingModels.None;
        var builtIn = EmbeddingModels.ModelOf(provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>());
        if (provider.GetKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingUse.Passages) is not { } passages)
            return new EmbeddingModels(builtIn, null);
        string id = passages.GetRequiredService<EmbeddingGeneratorMetadata>().DefaultModelId!;
        return new EmbeddingModels(builtIn, new EmbeddingModel(id, passages, provider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingUse.Questions)));
    }

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CorpusStoreException($"The data folder {folder} cannot be created: give this user write permission there, or use another --data folder.", fault);
        }
    }
}

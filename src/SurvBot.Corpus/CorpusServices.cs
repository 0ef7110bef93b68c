using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SurvBot.Corpus.Embedding;
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
    /// Adds the store, the index, retrieval and ingestion over one data folder. Pass the model that was found;
    /// null leaves the corpus with keywords only.
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
        services.AddSingleton(provider => new PassageIndex(provider.GetRequiredService<ICorpusStore>(), model?.ModelId));
        services.AddSingleton(provider => new Retriever(
            provider.GetRequiredService<PassageIndex>(), provider.GetRequiredService<ICorpusStore>(),
            provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>(), options.Retrieval));
        services.AddSingleton<ArticleSearch>();
        services.AddSingleton(provider => new IngestionPipeline(
            provider.GetRequiredService<ICorpusStore>(), provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<StarterCorpus>();
        return services;
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

using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Checking;
using SurvBot.Answers.Generation.Plugins;
using SurvBot.Answers.Generation.Questions;
using SurvBot.Answers.Generation.Translation;
using SurvBot.Answers.Generation.Writing;
using SurvBot.Answers.Grounding;
using SurvBot.Answers.Timelines;
using SurvBot.Answers.Tools;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Answers;

/// <summary>Wires the answer service: the only place here that sees the container.</summary>
public static class AnswerServices
{
    /// <summary>Adds answers over the corpus that <c>AddCorpus</c> added; with an <see cref="AliasText"/> beside it, names are compared by that, too.</summary>
    public static IServiceCollection AddAnswers(this IServiceCollection services, AnswerOptions? options = null)
    {
        services.AddSingleton(options ?? new AnswerOptions());
        services.AddSingleton(provider =>
            provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>()?.GetService<ITokenEmbedder>() is null ? SupportModel.Keywords : SupportModel.Default);
        services.AddSingleton<SupportCheck>();
        services.AddSingleton(provider => new DraftCheck(provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>(), provider.GetRequiredService<AliasBook>()));
        services.AddSingleton<CitationResolver>();
        services.AddSingleton<AnswerComposer>();
        services.AddSingleton(provider => new EvidenceReader(provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>(), provider.GetRequiredService<SupportModel>(), provider.GetRequiredService<AnswerOptions>()));
        services.AddSingleton<EvidenceSearch>();
        services.AddSingleton(provider => new AliasBook(provider.GetService<AliasText>()?.Groups ?? []));
        services.AddSingleton<TimelineTeller>();
        services.AddSingleton(provider => new AnswerService(provider.GetRequiredService<Retriever>(), provider.GetRequiredService<EvidenceSearch>(), provider.GetRequiredService<SupportCheck>(), provider.GetRequiredService<AnswerComposer>(), provider.GetRequiredService<TimelineTeller>(), provider.GetRequiredService<AliasBook>(), provider.GetService<AnswerWriter>(), provider.GetService<ModelReader>(), provider.GetService<AnswerTranslator>()));
        services.AddSingleton<CorpusTools>();
        services.AddSingleton(provider => CorpusPlugin.Of(provider.GetRequiredService<CorpusTools>()));
        return services;
    }
}

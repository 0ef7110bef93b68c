using SurvBot.Answers.Claims.Aliases;
using SurvBot.Answers.Generation.Embeddings;
using SurvBot.Answers.Generation.Models;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Starter;

namespace SurvBot.Bot.Commands;

/// <summary>Sees to it that the first question on a fresh clone has something to be answered from.</summary>
internal static class AskableCorpus
{
    /// <summary>Refuses models that cannot work as they are set up.</summary>
    /// <exception cref="CommandException">One cannot.</exception>
    public static void RefuseBrokenModels(this IServiceProvider services)
    {
        if ((services.GetRequiredService<ModelOptions>().FindFault() ?? services.GetRequiredService<EmbeddingProviderOptions>().FindFault()) is { } fault)
            throw CommandException.Failed(fault.Line);
    }

    /// <summary>Refuses a language model that cannot work as it is set up; loads the starter corpus into an empty one, and says so; says too what an answer will lack, and which aliases cannot be read.</summary>
    public static async Task PrepareCorpusAsync(this CommandEnvironment environment, IServiceProvider services, CancellationToken cancellationToken)
    {
        services.RefuseBrokenModels();
        if (services.GetRequiredService<EmbeddingModelLocation>() is EmbeddingModelLocation.Missing { Fix: var fix })
            environment.Tell(fix);
        environment.TellFaults(services.GetRequiredService<AliasText>());
        int briefs = await services.GetRequiredService<StarterCorpus>().LoadIfEmptyAsync(cancellationToken);
        if (briefs > 0)
            environment.Tell($"The corpus was empty: loaded the starter corpus of {briefs} briefs. Add your own articles with 'survbot ingest PATH'.");
    }
}

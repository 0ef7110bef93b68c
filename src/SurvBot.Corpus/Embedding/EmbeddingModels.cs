using Microsoft.Extensions.AI;

namespace SurvBot.Corpus.Embedding;

/// <summary>The models that texts can be embedded with here: the one that is wanted, and those that may still serve until it has embedded everything.</summary>
public sealed class EmbeddingModels
{
    /// <summary>No model: search uses keywords only.</summary>
    public static EmbeddingModels None { get; } = new(null, null);

    /// <param name="builtIn">The one in this process.</param>
    /// <param name="configured">The one that the settings name, where they name another.</param>
    public EmbeddingModels(EmbeddingModel? builtIn, EmbeddingModel? configured) => (BuiltIn, Wanted) = (builtIn, configured ?? builtIn);

    /// <summary>The model that passages shall be searched by; null for keywords only.</summary>
    public EmbeddingModel? Wanted { get; }

    /// <summary>The model in this process, on whose cosines support and scope were fitted.</summary>
    public EmbeddingModel? BuiltIn { get; }

    /// <summary>Only the one model in this process; none where there is no generator.</summary>
    public static EmbeddingModels Of(IEmbeddingGenerator<string, Embedding<float>>? builtIn) => new(ModelOf(builtIn), null);

    /// <summary>A generator that questions and passages share, known by the id that it tells.</summary>
    public static EmbeddingModel? ModelOf(IEmbeddingGenerator<string, Embedding<float>>? generator) =>
        generator?.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId is { } id ? new EmbeddingModel(id, generator, generator) : null;

    /// <summary>The model with this id; null where it cannot be asked here.</summary>
    public EmbeddingModel? Find(string? id) => id is null ? null : new[] { Wanted, BuiltIn }.FirstOrDefault(model => model?.Id == id);

    /// <summary>Who embeds a new passage: the model that is searched by, and the wanted one.</summary>
    public IEnumerable<EmbeddingModel> ForPassages(string? serving) => new[] { Find(serving), Wanted }.OfType<EmbeddingModel>().Distinct();
}

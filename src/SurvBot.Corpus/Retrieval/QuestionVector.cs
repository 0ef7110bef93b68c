using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Index;

namespace SurvBot.Corpus.Retrieval;

/// <summary>A question as vectors are compared with it, or why it is searched for by keywords only.</summary>
internal sealed record QuestionVector(QueryVector? Vector, string? KeywordsOnly)
{
    private static readonly QuestionVector
        NoModel = new(null, "no embedding model; run \"survbot doctor\" for the fix"),
        NotEmbedded = new(null, "the articles are not embedded with the configured model yet; \"survbot serve\" or \"survbot reembed\" does it"),
        NoWords = new(null, null);

    /// <summary>Its vectors and those of the articles were made by models that differ without their ids saying so.</summary>
    public const string Incomparable = "the embedding model gives other vectors than it did; give it another name and run \"survbot reembed\"";

    /// <summary>Asks the model whose vectors the index holds, and no other.</summary>
    public static async Task<QuestionVector> OfAsync(string text, PassageIndex index, EmbeddingModels models, CancellationToken cancellationToken)
    {
        if (models.Wanted is null)
            return NoModel;
        if (models.Find(index.EmbeddingModel) is not { } model)
            return NotEmbedded;
        if (string.IsNullOrWhiteSpace(text))
            return NoWords;
        try
        {
            return new QuestionVector(new QueryVector(model.Id, await model.EmbedQuestionAsync(text, cancellationToken)), null);
        }
        catch (EmbeddingUnavailableException fault)
        {
            return new QuestionVector(null, fault.Message.TrimEnd('.'));
        }
    }
}

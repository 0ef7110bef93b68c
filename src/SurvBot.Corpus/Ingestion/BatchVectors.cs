using SurvBot.Corpus.Articles;
using SurvBot.Corpus.Embedding;
using SurvBot.Corpus.Store;

namespace SurvBot.Corpus.Ingestion;

/// <summary>Gives the passages of a batch their vectors, by every model that can.</summary>
internal sealed class BatchVectors(IEnumerable<EmbeddingModel> models)
{
    /// <summary>Why a model gave none, in one line; null where all did.</summary>
    public string? Fault { get; private set; }

    /// <summary>The same articles with vectors. A whole batch is embedded at once, so that every core has work.</summary>
    public async Task<IReadOnlyList<ArticleWrite>> AddToAsync(IReadOnlyList<ArticleWrite> writes, CancellationToken cancellationToken)
    {
        string[] texts = [.. writes.SelectMany(write => write.Passages.Select(span => EmbeddedText.Of(write.Article.Title, span.In(write.Article.Body))))];
        foreach (var model in models)
        {
            try
            {
                writes = Dealt(writes, model.Id, await model.EmbedPassagesAsync(texts, cancellationToken));
            }
            catch (EmbeddingUnavailableException fault)
            {
                Fault = fault.Message;
            }
        }
        return writes;
    }

    private static List<ArticleWrite> Dealt(IReadOnlyList<ArticleWrite> writes, string model, IReadOnlyList<Half[]> vectors)
    {
        int first = 0;
        return [.. writes.Select(write =>
        {
            var own = new PassageVectors(model, [.. vectors.Skip(first).Take(write.Passages.Count)]);
            first += write.Passages.Count;
            return write with { Vectors = [.. write.Vectors, own] };
        })];
    }
}

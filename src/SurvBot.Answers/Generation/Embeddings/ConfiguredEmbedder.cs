using System.Text;
using Microsoft.Extensions.AI;
using SurvBot.Answers.Generation.Models;
using SurvBot.Corpus.Articles;

namespace SurvBot.Answers.Generation.Embeddings;

/// <summary>The configured model as the corpus sees it: any number of texts of any length, a vector each, known by its id.</summary>
/// <remarks>Limits after https://learn.microsoft.com/azure/ai-services/openai/how-to/embeddings: 2,048 inputs and 300,000 tokens a request; here far fewer inputs, whose answer stays small.</remarks>
internal sealed class ConfiguredEmbedder(IEmbeddingGenerator<string, Embedding<float>> requests, EmbeddingProviderOptions options) : DelegatingEmbeddingGenerator<string, Embedding<float>>(requests)
{
    private const int MostInputs = 256, MostRequestBytes = 300_000;

    private readonly EmbeddingGeneratorMetadata metadata = new(options.Provider, new Uri(options.Endpoint!), options.ModelId, options.Dimensions);

    /// <inheritdoc />
    /// <exception cref="EmbeddingUnavailableException">The model failed, told in one line without secrets.</exception>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? generation = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var all = new GeneratedEmbeddings<Embedding<float>>();
            foreach (var request in Requests(values.Select(Beginning)))
                all.AddRange(await base.GenerateAsync(request, generation, cancellationToken));
            return all;
        }
        catch (ModelUnavailableException fault)
        {
            // The faults of all servers are read in one place, which speaks of the other kind.
            throw new EmbeddingUnavailableException(fault.Message.Replace("language model", "embedding model", StringComparison.Ordinal), fault);
        }
    }

    /// <inheritdoc />
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata : base.GetService(serviceType, serviceKey);

    private static IEnumerable<List<string>> Requests(IEnumerable<string> texts)
    {
        var request = new List<string>();
        int bytes = 0;
        foreach (string text in texts)
        {
            int own = Encoding.UTF8.GetByteCount(text);
            if (request.Count > 0 && (request.Count == MostInputs || bytes + own > MostRequestBytes))
            {
                yield return request;
                (request, bytes) = ([], 0);
            }
            request.Add(text);
            bytes += own;
        }
        if (request.Count > 0)
            yield return request;
    }

    /// <summary>As much of a text as the model takes in any case, in whole characters.</summary>
    private string Beginning(string text)
    {
        int bytes = 0, end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > options.MostInputBytes)
                return text[..end];
            end += rune.Utf16SequenceLength;
        }
        return text;
    }
}

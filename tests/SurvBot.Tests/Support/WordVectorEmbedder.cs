using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using SurvBot.Corpus.Retrieval;
using SurvBot.Corpus.Text;

namespace SurvBot.Tests.Support;

/// <summary>Embeds a text as the bag of its words, hashed; the same everywhere and always. It knows one synonym: CCTV is a camera.</summary>
internal sealed class WordVectorEmbedder(string model = "word-vectors-1") : IEmbeddingGenerator<string, Embedding<float>>, ITokenEmbedder
{
    private const int Dimensions = 256;

    private readonly EmbeddingGeneratorMetadata metadata = new("tests", null, model, Dimensions);

    /// <summary>Every text that was embedded.</summary>
    public List<string> Texts { get; } = [];

    public static float[] VectorOf(string text)
    {
        var vector = new float[Dimensions];
        foreach (string term in Terms.In(text))
            vector[Hash(term == "cctv" ? "camera" : term) % Dimensions]++;
        float norm = TensorPrimitives.Norm(vector);
        if (norm > 0)
            TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        Texts.AddRange(texts);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(VectorOf(text)))));
    }

    public Task<IReadOnlyList<TokenEmbeddings>> EmbedTokensAsync(IReadOnlyList<IReadOnlyList<string>> texts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TokenEmbeddings>>([.. texts.Select(TokensOf)]);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata : serviceType == typeof(ITokenEmbedder) ? this : null;

    public void Dispose()
    {
    }

    private static TokenEmbeddings TokensOf(IReadOnlyList<string> segments)
    {
        var vectors = new List<float[]>();
        var ranges = new List<Range>();
        foreach (string segment in segments)
        {
            int start = vectors.Count;
            vectors.AddRange(Terms.In(segment).Select(VectorOf));
            ranges.Add(start..vectors.Count);
        }
        return new TokenEmbeddings([.. vectors.SelectMany(vector => vector)], Dimensions, ranges);
    }

    private static uint Hash(string term) => term.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}

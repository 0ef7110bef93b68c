using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;

namespace SurvBot.Tests.Generation.Models.StandIn;

/// <summary>One request for embeddings and the answer to it.</summary>
internal sealed class EmbeddingExchange(HttpContext context, ModelRequest request, string[] texts)
{
    public IReadOnlyList<string> Texts => texts;

    public ModelExchange Plain => new(context, request, "");

    /// <summary>As many vectors as are given, in base64 where the client asks for that.</summary>
    public Task AnswerAsync(IEnumerable<float[]> vectors)
    {
        bool isBase64 = request.Body.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";
        return context.Response.WriteAsJsonAsync(new
        {
            @object = "list",
            data = vectors.Select((vector, index) => new { @object = "embedding", index, embedding = isBase64 ? (object)Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)) : vector }),
            model = request.Model,
            usage = new { prompt_tokens = texts.Sum(text => text.Length / 4 + 1), total_tokens = texts.Sum(text => text.Length / 4 + 1) },
        });
    }

    /// <summary>What a test wants the model to give for these texts.</summary>
    public IEnumerable<float[]> Vectors => texts.Select(StandInVectors.Of);
}

/// <summary>How the stand-in answers one request for embeddings.</summary>
internal delegate Task EmbeddingTrouble(EmbeddingExchange exchange);

/// <summary>What a server was seen to do instead of embedding.</summary>
internal static class EmbeddingTroubles
{
    public static EmbeddingTrouble None { get; } = exchange => exchange.AnswerAsync(exchange.Vectors);

    public static EmbeddingTrouble TooFew { get; } = exchange => exchange.AnswerAsync(exchange.Vectors.Skip(1));

    public static EmbeddingTrouble Shorter { get; } = exchange => exchange.AnswerAsync(exchange.Vectors.Select((vector, place) => place == 0 ? vector : vector[1..]));

    public static EmbeddingTrouble NoNumbers { get; } = exchange => exchange.AnswerAsync(exchange.Vectors.Select(vector => vector.Select(_ => float.NaN).ToArray()));

    public static EmbeddingTrouble Nowhere { get; } = exchange => exchange.AnswerAsync(exchange.Vectors.Select(vector => new float[vector.Length]));

    public static EmbeddingTrouble Longer { get; } = exchange => exchange.AnswerAsync(exchange.Vectors.Select(vector => vector.Select(value => value * 3).ToArray()));

    /// <summary>One of the chat model's troubles that is none of a stream.</summary>
    public static EmbeddingTrouble Of(ModelTrouble trouble) => exchange => trouble(exchange.Plain);
}

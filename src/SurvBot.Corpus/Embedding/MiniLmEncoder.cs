using System.Buffers;
using Microsoft.ML.OnnxRuntime;
using SurvBot.Corpus.Retrieval;

namespace SurvBot.Corpus.Embedding;

/// <summary>The loaded network and its tokenizer; safe to use from many threads.</summary>
internal sealed class MiniLmEncoder : IDisposable
{
    private const string SentenceOutput = "sentence_embedding", TokenOutput = "token_embeddings";

    private static readonly string[] InputNames = ["input_ids", "attention_mask", "token_type_ids"];

    // One text a run: every token counts and all belong to the first segment.
    private static readonly long[] AllOnes = [.. Enumerable.Repeat(1L, MiniLmTokenizer.MaxTokens)];
    private static readonly long[] AllZeros = new long[MiniLmTokenizer.MaxTokens];

    private readonly MiniLmTokenizer tokenizer;
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();

    static MiniLmEncoder() => RuntimeTelemetry.TurnOff();

    public MiniLmEncoder(EmbeddingModelLocation.Found files)
    {
        tokenizer = new MiniLmTokenizer(files.VocabularyPath);
        using var options = SingleThreaded();
        session = new InferenceSession(files.ModelPath, options);
    }

    /// <summary>Whether the model file gives the tokens' vectors too; one from elsewhere may not.</summary>
    public bool EmbedsTokens => session.OutputNames.Contains(TokenOutput);

    /// <summary>The text's unit vector and how many tokens it took.</summary>
    public (float[] Vector, int Tokens) Encode(string text)
    {
        var tokens = tokenizer.Encode(text);
        return (Run(tokens, SentenceOutput, vector => vector.ToArray()), tokens.Count);
    }

    /// <summary>The vectors of the tokens of each segment.</summary>
    public TokenEmbeddings EncodeTokens(IReadOnlyList<string> segments)
    {
        var (tokens, ranges) = tokenizer.Encode(segments);
        return Run(tokens, TokenOutput, values => new TokenEmbeddings(values, values.Length / tokens.Count, ranges));
    }

    public void Dispose()
    {
        runOptions.Dispose();
        session.Dispose();
    }

    private T Run<T>(IReadOnlyList<int> tokens, string output, Func<ReadOnlySpan<float>, T> read)
    {
        var ids = ArrayPool<long>.Shared.Rent(tokens.Count);
        try
        {
            for (var i = 0; i < tokens.Count; i++)
                ids[i] = tokens[i];
            return Run(ids, tokens.Count, output, read);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(ids);
        }
    }

    private T Run<T>(long[] ids, int length, string output, Func<ReadOnlySpan<float>, T> read)
    {
        using var idTensor = Tensor(ids, length);
        using var mask = Tensor(AllOnes, length);
        using var types = Tensor(AllZeros, length);
        using var outputs = session.Run(runOptions, InputNames, [idTensor, mask, types], [output]);
        return read(outputs[0].GetTensorDataAsSpan<float>());
    }

    private static OrtValue Tensor(long[] values, int length) =>
        OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, values.AsMemory(0, length), [1, length]);

    // Texts run side by side instead: threads inside one run burn up to 1.6 times the processor time.
    private static SessionOptions SingleThreaded() => new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
}
